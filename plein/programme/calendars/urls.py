"""Addresses under the admin."""

from django.urls import path

from plein.programme.calendars import views

app_name = "calendars"
urlpatterns = [
    path("<int:source_id>/", views.preview, name="preview"),
    path("<int:source_id>/fetch/", views.fetch_now, name="fetch_now"),
]
