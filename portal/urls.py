"""Addresses. Every public one begins with its language; the admin and the intranet do not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

import home.urls
import netwerk.urls
import plein.urls
from home.site.media.views import picture
from home.site.pages.views import serve, to_main_language

urlpatterns = [
    path("", to_main_language, name="start"),
    *home.urls.plain_urls,
    *netwerk.urls.plain_urls,
    *plein.urls.plain_urls,
    # The library makes the accounts: an address changed here would have to be confirmed before anything else works.
    path("accounts/email/", RedirectView.as_view(pattern_name="account_change_password")),
    path("accounts/", include("allauth.urls")),
    # Wagtail asks for this name when a page is for members only; there is one door.
    path("login/", RedirectView.as_view(pattern_name="account_login"), name="wagtailcore_login"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # Pictures only: documents lie in the same folder, and leave it through the view that asks who may read them.
    re_path(r"^media/(?P<path>images/[^/]+)$", picture),
]

urlpatterns += i18n_patterns(
    *home.urls.language_urls,
    *netwerk.urls.language_urls,
    *plein.urls.language_urls,
    re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve"),
)

handler400 = "home.site.links.views.bad_request"
handler403 = "home.site.links.views.forbidden"
handler404 = "home.site.links.views.not_found"
handler500 = "home.site.links.views.server_error"
