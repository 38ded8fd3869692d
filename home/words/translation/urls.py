"""Addresses under the admin; the second group stands before the translation package's own."""

from django.urls import path

from home.words.translation import views

app_name = "translation"
urlpatterns = [
    path("<int:page_id>/", views.translate_page, name="page"),
]
before_the_package = [
    path("submit/page/<int:page_id>/", views.translate_page),
    path("update/<int:translation_source_id>/", views.update_translations),
    path("submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", views.not_here),
    path("reports/translations/", views.not_here),
    path("reports/translations/results/", views.not_here),
    path("api/snippets/<slug:app_label>/<slug:model_name>/", views.not_here),
    path("api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/", views.not_here),
]
