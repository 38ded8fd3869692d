"""Index of the addresses of this area, a sorted line a feature."""

from django.urls import include, path

from netwerk.floor.roster import urls as roster

plain_urls = [
    path("intranet/", include("netwerk.door.intranet.urls")),
    path("intranet/afspraken/", include("netwerk.floor.agreements.urls")),
    path("intranet/nieuws/", include("netwerk.floor.news.urls")),
    path("intranet/rooster/", include("netwerk.floor.roster.urls")),
    path("intranet/trajecten/", include("netwerk.reach.trajectories.urls")),
    path("intranet/wie-is-wie/", include("netwerk.people.colleagues.urls")),
]
language_urls = [
    path("antwoord/", include(roster.by_link)),
]
