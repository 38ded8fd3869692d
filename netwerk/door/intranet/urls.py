"""Addresses of the intranet itself."""

from django.urls import path

from netwerk.door.intranet import views

app_name = "intranet"
urlpatterns = [
    path("", views.start, name="start"),
    path("week/", views.week, name="week"),
]
