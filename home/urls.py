"""Index of the addresses of this area, a sorted line a feature."""

from django.urls import include, path

from home.site.links import views as links
from home.site.search import views as search
from home.words.volunteers import urls as translators

plain_urls = [
    path("robots.txt", links.robots, name="robots"),
    path("sitemap.xml", links.sitemap, name="sitemap"),
    path("admin/", include("home.tenant.gate.urls")),
]
language_urls = [
    path("vertalen/", include(translators.public)),
    path("zoeken/", search.search, name="search"),
]
