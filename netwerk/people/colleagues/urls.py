"""Addresses of who is who, below those of the intranet."""

from django.urls import path

from netwerk.people.colleagues import views

app_name = "colleagues"
urlpatterns = [
    path("", views.who_is_who, name="who_is_who"),
    path("mijn-gegevens/", views.my_card, name="my_card"),
]
