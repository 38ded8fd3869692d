"""Reads: how far the translations of a page are."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.languages.registry import get as get_language
from home.languages.services import TranslationIncompleteError, refuse_gaps
from home.libraries.models import Library
from home.libraries.selectors import language_codes, library_of_page


@dataclass(frozen=True, slots=True)
class LanguageState:
    """How far a page is in one language. ``page_id`` is empty when nobody has started."""

    code: str
    label: str
    state: str
    page_id: int | None = None
    is_outdated: bool = False


def source_of(page: Page, library: Library) -> Page | None:
    """The page in the library's main language: the page itself, or what it was translated from."""
    if page.locale.language_code == library.main_language:
        return page
    return (
        Page.objects.filter(translation_key=page.translation_key, locale__language_code=library.main_language)
        .select_related("locale")
        .first()
    )


def language_states(source: Page, library: Library) -> list[LanguageState]:
    """A row for each language of the library but the main one. Four queries, and one a language that was started."""
    pages = {
        page.locale.language_code: page
        for page in source.get_translations().select_related("locale").specific()
        if page.alias_of_id is None
    }
    rows = Translation.objects.filter(source__object_id=source.translation_key, enabled=True)
    started = {row.target_locale.language_code: row for row in rows.select_related("source", "target_locale")}
    words_hash = getattr(source.specific, "words_hash", "")
    states = []
    for code in language_codes(library)[1:]:
        page, translation = pages.get(code), started.get(code)
        label = get_language(code).dutch_name
        if page is None or translation is None:
            states.append(LanguageState(code, label, _("Not started")))
            continue
        is_outdated = page.live and getattr(page, "words_hash", "") != words_hash
        states.append(LanguageState(code, label, _state(page, translation, is_outdated), page.pk, is_outdated))
    return states


def _state(page: Page, translation: Translation, is_outdated: bool) -> str:  # noqa: FBT001 - both say what they are
    total, done = translation.get_progress()
    if done < total:
        return _("%(done)d of %(total)d sentences translated") % {"done": done, "total": total}
    if not page.live:
        return _("All sentences translated, not yet published")
    return _("Published, but the source changed since") if is_outdated else _("Published")


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
    try:
        refuse_gaps(translation=translation)
    except TranslationIncompleteError as error:
        return ngettext(
            "%(count)d sentence is not translated yet, so this page is not published. What you wrote is kept.",
            "%(count)d sentences are not translated yet, so this page is not published. What you wrote is kept.",
            error.missing,
        ) % {"count": error.missing}
    return ""
