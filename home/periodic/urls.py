"""Addresses under the admin."""

from django.urls import path

from home.periodic import views

app_name = "periodic"
urlpatterns = [path("", views.jobs, name="list")]
