"""Making and publishing a translation of a page."""

import html

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import surplus_of
from home.tenant.users.models import User


class NoRoomError(Exception):
    """A translation does not fit the page that it is for; carries what does not, for an editor."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class TranslationIncompleteError(Exception):
    """A translation with gaps is not published; carries how many sentences are missing."""

    def __init__(self, missing: int, language: str) -> None:
        super().__init__(f"{missing} sentences are missing in {language}.")
        self.missing = missing
        self.language = language


def ensure_locale(*, code: str) -> Locale:
    """The Wagtail row for a language of the registry, made when it is not there yet."""
    return Locale.objects.get_or_create(language_code=get_language(code).code)[0]


def _ensure_parents(page: Page, locale: Locale) -> None:
    """Give the page's ancestors a draft in the language: never an alias, which would pass for a translation."""
    for ancestor in page.get_ancestors().filter(depth__gt=1).order_by("depth"):
        if not ancestor.has_translation(locale):
            ancestor.specific.copy_for_translation(locale)


def _translation_of(page: Page, code: str) -> Translation:
    """The row that says a source page is translated into a language, with its sentences brought up to date."""
    locale = ensure_locale(code=code)
    _ensure_parents(page, locale)
    source, _created = TranslationSource.update_or_create_from_instance(page.specific)
    translation, _created = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    return translation


@transaction.atomic
def start_translation(*, page: Page, code: str, user: User | None = None) -> Translation:
    """Make (or bring up to date) the draft translation of a source page; readers see nothing of it yet."""
    translation = _translation_of(page, code)
    target = page.get_translation_or_none(translation.target_locale)
    # Saving what is live would show readers the new sentences in the main language.
    if target is None or not target.live:
        translation.save_target(user=user, publish=False)
    return translation


@transaction.atomic
def publish_words(*, page: Page, code: str, words: dict[str, str]) -> int:
    """Translate a page with words that are all at hand and publish it; with gaps nothing of it stays.

    Returns how many sentences were missing.
    """
    translation = _translation_of(page, code)
    missing = fill_translation(translation=translation, words=words)
    if missing:
        transaction.set_rollback(True)
    else:
        translation.save_target(publish=True)
    return missing


@transaction.atomic
def fill_translation(*, translation: Translation, words: dict[str, str], user: User | None = None) -> int:
    """Store the given sentences (Dutch sentence to translation) that this page needs; return how many are missing.

    Sentences are plain text. A comma-separated list of words is looked up word by word.
    """
    missing = 0
    segments = StringSegment.objects.filter(source=translation.source).select_related("string", "context")
    for segment in segments:
        text = _lookup(html.unescape(segment.string.data), words)
        if not text:
            missing += 1
            continue
        store_sentence(
            translation=translation,
            string_id=segment.string_id,
            context=segment.context,
            data=html.escape(text, quote=False),
            user=user,
        )
    return missing


@transaction.atomic
def store_sentence(
    *, translation: Translation, string_id: int, context: TranslationContext, data: str, user: User | None = None
) -> None:
    """Store what somebody wrote for one sentence, as HTML without attributes; that a machine wrote it is forgotten.

    Raises:
        NoRoomError: when it is too long for its field; nothing is stored.

    """
    refuse_surplus(source=translation.source, context=context, data=data)
    StringTranslation.objects.update_or_create(
        translation_of_id=string_id,
        locale=translation.target_locale,
        context=context,
        defaults={
            "data": data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )


def _lookup(sentence: str, words: dict[str, str]) -> str:
    """Find a sentence, or each part of a list such as ``brief, post, formulier`` or ``title: text``."""
    if sentence in words:
        return words[sentence]
    candidates = [[", ", *sentence.split(", ")]]
    # A title may hold a colon itself: try each place to cut.
    cuts = [index for index in range(len(sentence)) if sentence.startswith(": ", index)]
    candidates += [[": ", sentence[:index], sentence[index + 2 :]] for index in cuts]
    for separator, *parts in candidates:
        if len(parts) > 1 and all(part in words for part in parts):
            return separator.join(words[part] for part in parts)
    return ""


def refuse_surplus(*, source: TranslationSource, context: TranslationContext, data: str) -> None:
    """Raise ``NoRoomError`` when a sentence is too long for its field: a database may mind as soon as it is stored."""
    if surplus_of(source, context.path, data):
        raise NoRoomError(html.unescape(data))


def refuse_misfit(*, translation: Translation) -> None:
    """Raise ``NoRoomError`` when the page with its translated words is one that cannot be saved."""
    page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    try:
        page.full_clean()
    except ValidationError as error:
        raise NoRoomError(" ".join(error.messages)) from error


def refuse_gaps(*, translation: Translation) -> None:
    """Raise ``TranslationIncompleteError`` when a sentence has no translation."""
    total, translated = translation.get_progress()
    if translated < total:
        raise TranslationIncompleteError(total - translated, translation.target_locale.language_code)


@transaction.atomic
def publish_translation(*, translation: Translation, user: User | None = None) -> None:
    """Publish a complete translation; with gaps, or too long, it is refused and nothing changes for the reader.

    Raises:
        TranslationIncompleteError: when a sentence has no translation.
        NoRoomError: when the page cannot hold what was written.

    """
    refuse_gaps(translation=translation)
    refuse_misfit(translation=translation)
    translation.save_target(user=user, publish=True)


def translation_into(page: Page) -> Translation | None:
    """The row that says what this page was translated from; none for a source page."""
    rows = Translation.objects.filter(source__object_id=page.translation_key, target_locale_id=page.locale_id)
    return rows.select_related("source", "target_locale").first()
