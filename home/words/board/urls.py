"""Addresses under the admin."""

from django.urls import path

from home.words.board import views

app_name = "coverage"
urlpatterns = [
    path("", views.pages, name="pages"),
    path("export/", views.export, name="export"),
    path("lists/", views.lists, name="lists"),
    path("<int:page_id>/", views.outdated, name="outdated"),
    path("<int:page_id>/accept/", views.accept, name="accept"),
]
