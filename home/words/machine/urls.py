"""Addresses under the admin; the second group stands before the translation package's own."""

from django.urls import path

from home.words.machine import views

app_name = "machine"
urlpatterns = [
    path("<int:page_id>/<slug:code>/draft/", views.draft, name="draft"),
    path("<int:page_id>/<slug:code>/review/", views.review, name="review"),
]
before_the_package = [
    path("translate/<int:translation_id>/machine_translate/", views.draft_from_editor),
]
