"""Index of the addresses of this area, a sorted line a feature."""

from django.urls import include, path

plain_urls = [
    path("intranet/", include("netwerk.door.intranet.urls")),
    path("intranet/rooster/", include("netwerk.floor.roster.urls")),
]
