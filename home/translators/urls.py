from django.urls import path

from home.translators import views, viewsets

app_name = "translators_admin"
urlpatterns = [
    path("", viewsets.jobs, name="list"),
    path("start/", viewsets.start, name="start"),
    path("<uuid:job>/", viewsets.review, name="review"),
    path("<uuid:job>/renew/", viewsets.renew, name="renew"),
    path("<uuid:job>/withdraw/", viewsets.withdraw, name="withdraw"),
]
public = (
    [
        path("<str:token>/", views.job, name="job"),
        path("<str:token>/zin/<int:sentence>/", views.sentence, name="sentence"),
        path("<str:token>/voorbeeld/<int:number>/", views.preview, name="preview"),
    ],
    "translators",
)
