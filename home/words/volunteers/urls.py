from django.urls import path

from home.words.volunteers import admin, views

app_name = "translators_admin"
urlpatterns = [
    path("", admin.jobs, name="list"),
    path("start/", admin.start, name="start"),
    path("<uuid:job>/", admin.review, name="review"),
    path("<uuid:job>/renew/", admin.renew, name="renew"),
    path("<uuid:job>/withdraw/", admin.withdraw, name="withdraw"),
]
public = (
    [
        path("<str:token>/", views.job, name="job"),
        path("<str:token>/zin/<int:sentence>/", views.sentence, name="sentence"),
        path("<str:token>/voorbeeld/<int:number>/", views.preview, name="preview"),
    ],
    "translators",
)
