"""The pages for when something is wrong: most of them nobody can be led to in a portal that works."""

from django.test import RequestFactory
from django.utils import translation

from home.site.links import views
from home.tenant.languages.known import LANGUAGES

VIEWS = (views.bad_request, views.forbidden, views.form_expired, views.not_found, views.server_error)


def error_page(name: str, language: str) -> str:
    """The text of one of them, by the name of its view."""
    view = next(view for view in VIEWS if view.__name__ == name)
    with translation.override(language):
        return view(RequestFactory().get(f"/{language}/")).content.decode()


def error_pages() -> dict[str, str]:
    """All of them in every language, each by an address that tells which it is."""
    return {
        f"/{language}/{view.__name__}/": error_page(view.__name__, language) for view in VIEWS for language in LANGUAGES
    }
