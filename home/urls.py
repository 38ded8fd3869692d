"""Index of the addresses of this area, a sorted line a feature."""

from django.urls import include, path

from home.links import views as links
from home.search import views as search
from home.translators import urls as translators

plain_urls = [
    path("robots.txt", links.robots, name="robots"),
    path("sitemap.xml", links.sitemap, name="sitemap"),
    path("admin/", include("home.tenancy.urls")),
]
language_urls = [
    path("vertalen/", include(translators.public)),
    path("zoeken/", search.search, name="search"),
]
