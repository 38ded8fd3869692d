"""The screen from which a page is translated, and the translation package's addresses that lead to it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from home.tenant.gate.permissions import for_roles, scoped
from home.tenant.languages.services import start_translation
from home.tenant.libraries.choices import ADMIN_ROLES
from home.words.translation.extensions import more_ways, parts
from home.words.translation.forms import TranslateForm
from home.words.translation.selectors import language_states, source_to_translate


@for_roles(*ADMIN_ROLES)
def translate_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show how far each language of the library is; start the chosen ones and open the editor."""
    source, library = source_to_translate(request.user, page_id)
    states = language_states(source, library)
    form = TranslateForm(request.POST or None, choices=[(row.code, row.label) for row in states])
    if request.method == "POST" and form.is_valid():
        return _start(request, source, form.cleaned_data["languages"])
    found = (part(source=source, library=library, states=states) for part in parts)
    context: dict[str, Any] = {
        "source": source,
        "parts": [part for part in found if part],
        "form": form,
        "rows": states,
        "more_ways": [way(page=source) for way in more_ways],
        "asked": request.GET.get("language", ""),
        "page_title": _("Translate"),
        "page_subtitle": source.title,
        "header_icon": "wagtail-localize-language",
    }
    return render(request, "home/words/translation/translate_page.html", context)


def _start(request: HttpRequest, source: Page, codes: list[str]) -> HttpResponse:
    started = [start_translation(page=source, code=code, user=request.user) for code in codes]
    if len(started) == 1:
        messages.success(request, _("The sentences are ready to be translated."))
        return redirect("wagtailadmin_pages:edit", started[0].get_target_instance().pk)
    messages.success(request, _("The sentences are ready in each language you chose. Open one to translate it."))
    return redirect("translation:page", source.pk)


@for_roles(*ADMIN_ROLES)
def update_translations(request: HttpRequest, translation_source_id: int) -> HttpResponse:
    """Bring translations up to date from the same screen: the package's own would publish them with gaps."""
    pages = scoped(request.user, Page.objects.all())
    source = get_object_or_404(
        TranslationSource, pk=translation_source_id, object_id__in=pages.values("translation_key")
    )
    return redirect("translation:page", source.get_source_instance().pk)


@for_roles(*ADMIN_ROLES)
def not_here(request: HttpRequest, **_kwargs: Any) -> HttpResponse:
    """Lists of the package that know no library; the screen of each page says how far it is."""
    raise Http404


def address(page: Page) -> str:
    """Where a page is translated."""
    return reverse("translation:page", args=[page.pk])
