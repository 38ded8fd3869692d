"""Addresses of trajectories, below those of the intranet."""

from django.urls import path

from netwerk.reach.trajectories import views

app_name = "trajectories"
urlpatterns = [
    path("", views.trajectories, name="trajectories"),
    path("<uuid:uuid>/", views.trajectory, name="trajectory"),
]
