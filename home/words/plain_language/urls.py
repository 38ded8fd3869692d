from django.urls import path

from home.words.plain_language import views

app_name = "plain_language"
urlpatterns = [
    path("<int:page_id>/", views.CheckOnEdit.as_view(), name="check"),
    path(
        "add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        views.CheckOnCreate.as_view(),
        name="check_on_add",
    ),
    path("<int:page_id>/translation/", views.check_translation, name="check_translation"),
    path("<int:page_id>/publish/", views.publish, name="publish"),
]
