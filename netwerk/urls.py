"""Index of the addresses of this area, a sorted line a feature."""

from django.urls import include, path

from netwerk.floor.roster import urls as roster

plain_urls = [
    path("intranet/", include("netwerk.door.intranet.urls")),
    path("intranet/rooster/", include("netwerk.floor.roster.urls")),
]
language_urls = [
    path("antwoord/", include(roster.by_link)),
]
