"""Addresses under the admin."""

from django.urls import path

from home.staff import views

app_name = "staff"
urlpatterns = [
    path("", views.staff, name="list"),
    path("add/", views.add, name="add"),
    path("languages/", views.languages, name="languages"),
    path("library/", views.settings, name="settings"),
    path("<int:user_id>/", views.edit, name="edit"),
]
