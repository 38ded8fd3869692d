"""Reads: how far the translations of a page are."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.tenant.gate.permissions import scoped
from home.tenant.languages.known import get as get_language
from home.tenant.languages.services import TranslationIncompleteError, refuse_gaps
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes, library_of_page
from home.tenant.users.models import User
from home.words.tracking.selectors import is_outdated, kept_words
from home.words.translation.extensions import objections


@dataclass(frozen=True, slots=True)
class LanguageState:
    """How far a page is in one language. ``page_id`` is empty when nobody has started."""

    code: str
    label: str
    state: str
    page_id: int | None = None
    is_outdated: bool = False
    # Sentences that a computer made and nobody read.
    unread: int = 0
    # Whether sentences lack a translation, or will when the translation is brought up to date.
    has_gaps: bool = True


def source_of(page: Page, library: Library) -> Page | None:
    """The page in the library's main language: the page itself, or what it was translated from."""
    if page.locale.language_code == library.main_language:
        return page
    return (
        Page.objects.filter(translation_key=page.translation_key, locale__language_code=library.main_language)
        .select_related("locale")
        .first()
    )


def source_to_translate(user: User, page_id: int) -> tuple[Page, Library]:
    """The source of a page that this person may translate, and its library; else ``Http404`` or a refusal."""
    page = get_object_or_404(scoped(user, Page.objects.select_related("locale")), pk=page_id)
    library = library_of_page(page)
    source = source_of(page, library) if library else None
    if library is None or source is None:
        raise Http404
    if not source.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return source, library


def language_states(source: Page, library: Library) -> list[LanguageState]:
    """A row for each language of the library but the main one. Four queries, and one a language that was started."""
    pages = {
        page.locale.language_code: page
        for page in source.get_translations().select_related("locale")
        if page.alias_of_id is None
    }
    rows = Translation.objects.filter(source__object_id=source.translation_key, enabled=True)
    started = {row.target_locale.language_code: row for row in rows.select_related("source", "target_locale")}
    unread = _unread(source)
    kept = kept_words(Q(page__translation_key=source.translation_key))
    states = []
    for code in language_codes(library)[1:]:
        page, translation = pages.get(code), started.get(code)
        label = get_language(code).dutch_name
        if page is None or translation is None:
            states.append(LanguageState(code, label, _("Not started")))
            continue
        is_old = page.live and is_outdated(kept.get(source.pk), kept.get(page.pk))
        total, done = translation.get_progress()
        states.append(
            LanguageState(
                code,
                label,
                _state(page, total, done, is_old=is_old),
                page.pk,
                is_old,
                unread.get(translation.target_locale_id, 0),
                has_gaps=is_old or done < total,
            )
        )
    return states


def _unread(source: Page) -> dict[int, int]:
    """How many sentences of a page only a computer saw, by the locale's id."""
    words = StringTranslation.objects.filter(
        context__object_id=source.translation_key, translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    )
    there = StringSegment.objects.filter(
        source__object_id=source.translation_key, string=OuterRef("translation_of"), context=OuterRef("context")
    )
    rows = words.filter(Exists(there)).values_list("locale").annotate(count=Count("pk"))
    return dict(rows.values_list("locale", "count"))


def _state(page: Page, total: int, done: int, *, is_old: bool) -> str:
    if done < total:
        return _("%(done)d of %(total)d sentences translated") % {"done": done, "total": total}
    if not page.live:
        return _("All sentences translated, not yet published")
    return _("Published, but the source changed since") if is_old else _("Published")


def publishing_problem(page: Page) -> str:
    """Why this page may not be published now, as a sentence for the editor; empty when it may.

    A page in the main language may. A translation may when no sentence is missing.
    """
    library = library_of_page(page)
    if library is None or page.locale.language_code == library.main_language:
        return ""
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )
    if translation is None:
        return _("“%(title)s” is not translated yet, so it is not published.") % {"title": page.title}
    refused = (objection(translation) for objection in objections)
    try:
        refuse_gaps(translation=translation)
    except TranslationIncompleteError as error:
        return ngettext(
            "%(count)d sentence is not translated yet, so this page is not published. What you wrote is kept.",
            "%(count)d sentences are not translated yet, so this page is not published. What you wrote is kept.",
            error.missing,
        ) % {"count": error.missing}
    return next(filter(None, refused), "")
