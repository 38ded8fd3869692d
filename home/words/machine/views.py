"""Asking for a draft, reading it over, and publishing it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.tenant.gate.permissions import for_roles, scoped
from home.tenant.languages.known import get as get_language
from home.tenant.languages.models import MachineDraft
from home.tenant.languages.services import NoRoomError, TranslationIncompleteError
from home.tenant.libraries.choices import ADMIN_ROLES
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes
from home.words.machine import making, services
from home.words.machine.choices import MachineError
from home.words.machine.presenters import is_configured
from home.words.machine.selectors import digest_of, rules_of, unread
from home.words.translation.selectors import source_to_translate


def _ask(request: HttpRequest, source: Page, library: Library, code: str) -> None:
    if not is_configured() or code not in language_codes(library)[1:]:
        raise Http404
    try:
        making.begin(page=source, code=code, library=library, user=request.user)
    except MachineError as error:
        messages.error(request, error.sentence)


@for_roles(*ADMIN_ROLES)
@require_POST
def draft(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """Have a draft made of a page in a language; the screen of the page shows how far it is."""
    source, library = source_to_translate(request.user, page_id)
    _ask(request, source, library, code)
    return redirect("translation:page", source.pk)


@for_roles(*ADMIN_ROLES)
@require_POST
def draft_from_editor(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The same from the editor of the translation package."""
    pages = scoped(request.user, Page.objects.all())
    rows = Translation.objects.select_related("source", "target_locale")
    found = get_object_or_404(rows, pk=translation_id, source__object_id__in=pages.values("translation_key"))
    source, library = source_to_translate(request.user, found.source.get_source_instance().pk)
    _ask(request, source, library, found.target_locale.language_code)
    return redirect("translation:page", source.pk)


@for_roles(*ADMIN_ROLES)
def review(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """Read the sentences of the computer beside the original; confirm them, or publish them marked as they are."""
    source, library = source_to_translate(request.user, page_id)
    rows = Translation.objects.select_related("source", "target_locale")
    translation = get_object_or_404(
        rows, source__object_id=source.translation_key, target_locale__language_code=code, enabled=True
    )
    page = get_object_or_404(Page, translation_key=source.translation_key, locale=translation.target_locale).specific
    may_publish = rules_of(library).may_publish_unread and page.permissions_for_user(request.user).can_publish()
    if request.method == "POST":
        if "publish" not in request.POST:
            return _confirm(request, translation, page)
        if not may_publish:
            raise PermissionDenied
        return _publish(request, translation, page)
    sentences = list(unread(translation).order_by("pk"))
    context: dict[str, Any] = {
        "source": source,
        "page": page,
        "language": get_language(code),
        "main_language": get_language(library.main_language),
        "sentences": sentences,
        "seen": digest_of(sentences),
        "may_publish": may_publish,
        "page_title": _("Read it over"),
        "page_subtitle": f"{source.title} – {get_language(code).dutch_name}",
        "header_icon": "wagtail-localize-language",
    }
    return render(request, "home/words/machine/review.html", context)


def _confirm(request: HttpRequest, translation: Translation, page: Page) -> HttpResponse:
    seen = request.POST.get("seen", "")
    if not services.confirm(translation=translation, page=page, seen=seen, user=request.user):
        messages.error(request, _("Something changed meanwhile. Read the sentences below once more."))
        return redirect(request.path)
    if page.live and not MachineDraft.objects.filter(page=page.pk).exists():
        messages.success(request, _("Thank you. Readers no longer see that a computer translated this page."))
    else:
        messages.success(request, _("Thank you. Publish the translation, and readers see what you read."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _publish(request: HttpRequest, translation: Translation, page: Page) -> HttpResponse:
    try:
        services.publish_unread(translation=translation, user=request.user)
    except TranslationIncompleteError as error:
        sentence = _("%(count)d sentences have no translation yet, so this page is not published.")
        messages.error(request, sentence % {"count": error.missing})
        return redirect(request.path)
    except NoRoomError as error:
        sentence = _("A translation is too long for its place, so this page is not published: %(words)s")
        messages.error(request, sentence % {"words": error.words})
        return redirect(request.path)
    messages.success(request, _("Published. Readers see that a computer translated this page."))
    return redirect("translation:page", page.pk)
