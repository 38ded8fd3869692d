"""For search engines, and what a reader sees when something is not there."""

from collections import defaultdict
from typing import Any
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.tenant.languages.known import LANGUAGES, MAIN_LANGUAGE
from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import address
from home.tenant.libraries.selectors import home_slug, language_codes, library_for_request

XML = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page of this host in the languages in which it truly is, with its twins."""
    library = library_for_request(request)
    if library is None:
        raise Http404
    homes = {home_slug(library, code): code for code in language_codes(library)}
    pages = Page.objects.filter(live=True, alias_of__isnull=True, depth__gte=2, view_restrictions__isnull=True)
    twins: dict[object, dict[str, Page]] = defaultdict(dict)
    for page in pages.order_by("path"):
        code = homes.get(page.url_path.split("/")[1])
        if code:
            twins[page.translation_key][code] = page
    origin = f"{request.scheme}://{request.get_host()}"
    rows = []
    for family in twins.values():
        if library.main_language not in family:
            continue
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(origin + address(page, code))}"/>'
            for code, page in family.items()
            if not LANGUAGES[code].is_easy
        )
        rows += [
            f"<url><loc>{escape(origin + address(page, code))}</loc>"
            f"<lastmod>{page.last_published_at:%Y-%m-%d}</lastmod>{links}</url>"
            for code, page in family.items()
        ]
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {XML}>\n' + "\n".join(rows) + "\n</urlset>\n"
    return HttpResponse(body, content_type="application/xml")


def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: the public pages."""
    origin = f"{request.scheme}://{request.get_host()}"
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /intranet/",
        "Disallow: /accounts/",
        "Disallow: /scherm/",
        f"Sitemap: {origin}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")


def _error(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    """An error page needs no database: it must work when that is what broke."""
    code = translation.get_language() or MAIN_LANGUAGE
    has_language = request.path_info.split("/")[1] in LANGUAGES
    context = {
        "title": title,
        "text": text,
        "action_label": _("Go to the first page"),
        "action_url": f"/{code}/" if has_language else "/",
        "language": get_language(code),
    }
    return render(request, "home/errors/error.html", context, status=status)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404, in the language of the address."""
    return _error(
        request,
        404,
        _("This page is not here"),
        _("Perhaps the address has changed. Start at the first page, or ask at the desk."),
    )


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403, in the language of the address."""
    return _error(request, 403, _("This page is not for you"), _("Sign in with another account, or ask your library."))


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """400, in the language of the address."""
    return _error(request, 400, _("Something in the address is not right"), _("Start again at the first page."))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long."""
    return _error(
        request,
        403,
        _("The form was open too long"),
        _("Nothing was saved. Go back, load the page again and send the form once more."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500, in the language of the address."""
    return _error(
        request,
        500,
        _("Something went wrong with us"),
        _("It is not your fault. Try again in a moment, or ask at the desk."),
    )
