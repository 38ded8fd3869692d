"""Shows an editor the screen while she works on the page of the plein."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from home.site.pages.extensions import Preview
from home.tenant.libraries.selectors import library_of_page
from plein.offer.places.pages import PleinPage
from plein.out.signage.presenters import screen_context

MODE = "screen"


def preview(page: PleinPage, request: HttpRequest) -> HttpResponse:
    """The screen with the live programme and the unsaved facts of the page; it stands in a frame of the admin."""
    library = library_of_page(page)
    if library is None:
        message = "This plein hangs under no library."
        raise LookupError(message)
    source = page if page.locale.language_code == library.main_language else _source_of(page, library.main_language)
    with translation.override(library.main_language):
        context = screen_context(request, library, source, page.locale.language_code)
        return render(request, "plein/out/signage/screen.html", context | {"is_preview": True})


def _source_of(page: PleinPage, code: str) -> PleinPage:
    """Facts are those of the page in the main language, whatever translation is being looked at."""
    return PleinPage.objects.get(translation_key=page.translation_key, locale__language_code=code)


SCREEN = Preview(PleinPage._meta.label, MODE, _("Screen"), preview)  # noqa: SLF001 - Django documents it
