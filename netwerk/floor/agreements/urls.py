"""Addresses of agreements, below those of the intranet."""

from django.urls import path

from netwerk.floor.agreements import views

app_name = "agreements"
urlpatterns = [
    path("", views.agreements, name="agreements"),
    path("<uuid:uuid>/", views.agreement_file, name="agreement_file"),
]
