"""Index of the addresses of this area, a sorted line a feature."""

from django.urls import path

from plein.programme import views as programme

language_urls = [
    path("kalender/<uuid:uid>.ics", programme.one, name="calendar"),
    path("kalender/aanbod/<int:page_id>.ics", programme.of_offer, name="offer_calendar"),
]
