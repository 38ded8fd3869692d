"""Writes: a draft within words and budget, who read it, and the mark that readers see until somebody did."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from home.site.pages.publication import Published
from home.tenant.gate.writing import found, write
from home.tenant.languages.models import MachineDraft
from home.tenant.languages.services import (
    NoRoomError,
    publish_translation,
    refuse_misfit,
    refuse_surplus,
    start_translation,
)
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from home.words.machine.choices import COUNTED, MachineError, Problem, State
from home.words.machine.models import CharacterUse, Draft, GlossaryTerm, MachineSettings
from home.words.machine.protection import Protected, protect, restore
from home.words.machine.selectors import (
    MOST_SENTENCES,
    budget_of,
    digest_of,
    fixed_words,
    service_of,
    targets_of,
    this_month,
    translated,
    unread,
    untranslated,
)

# A draft that says nothing for so long was broken off by a restart, and may be taken up again.
SILENCE = timedelta(minutes=10)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Account:
    """Whose words and budget count for a translation, and who hears how far it is."""

    library: Library
    progress: Progress


_account: ContextVar[Account] = ContextVar("machine_account")


@contextmanager
def billed_to(library: Library, progress: Progress) -> Iterator[None]:
    """Name the library that a translation is for: the interface of the translation package does not."""
    token = _account.set(Account(library, progress))
    try:
        yield
    finally:
        _account.reset(token)


class PortalTranslator(BaseMachineTranslator):
    """The translator of the translation package: a provider, with the library's words and budget around it."""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.service = service_of(options)
        self.display_name = self.service.name

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        """Whether the provider knows both languages; no, when it does not answer."""
        try:
            return target_locale.language_code in targets_of(self.service, source_locale.language_code)
        except MachineError:
            return False

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        """All sentences or none: raises ``MachineError``."""
        account = _account.get(None)
        if account is None:
            raise MachineError(Problem.NO_LIBRARY)
        source, code = source_locale.language_code, target_locale.language_code
        target = targets_of(self.service, source).get(code)
        if target is None:
            raise MachineError(Problem.NOT_THERE)
        terms = fixed_words(account.library, code)
        sent = [protect(string.data, terms, self.service.mark) for string in dict.fromkeys(strings)]
        found = {one.source: restore(one.text, one, self.service.mark) for one in sent if one.is_settled}
        rest = [one for one in sent if not one.is_settled]
        with _paid(account.library, code, [len(one.source) for one in rest]) as pay:
            for first in range(0, len(rest), MOST_SENTENCES):
                part = rest[first : first + MOST_SENTENCES]
                found |= self._translated(part, source, target, pay)
                account.progress(len(found), len(sent))
        return {StringValue(text): StringValue(outcome) for text, outcome in found.items()}

    def _translated(
        self, part: list[Protected], source: str, target: str, pay: Callable[[int], None]
    ) -> dict[str, str]:
        size = sum(len(one.source) for one in part)
        try:
            answers = translated(self.service, [one.text for one in part], source, target)
        except MachineError as error:
            pay(size if error.problem in COUNTED else 0)
            raise
        pay(size)
        return {one.source: restore(answer, one, self.service.mark) for one, answer in zip(part, answers, strict=True)}


@contextmanager
def _paid(library: Library, code: str, sizes: list[int]) -> Iterator[Callable[[int], None]]:
    """Put the characters aside before anything is sent, so that two drafts at once do not spend them twice.

    What turns out not to have been sent is given back.
    """
    wanted, spent = sum(sizes), 0

    def pay(size: int) -> None:
        nonlocal spent
        spent += size

    _set_aside(library=library, code=code, characters=wanted)
    try:
        yield pay
    finally:
        rows = CharacterUse.objects.filter(library=library, month=this_month(), language=code)
        if wanted > spent:
            rows.update(characters=F("characters") - (wanted - spent))


@transaction.atomic
def _set_aside(*, library: Library, code: str, characters: int) -> None:
    Library.objects.select_for_update().get(pk=library.pk)
    budget = budget_of(library)
    if characters > budget.left:
        wanted, left = (number_format(figure, force_grouping=True) for figure in (characters, budget.left))
        raise MachineError(
            Problem.OVER_BUDGET,
            _("%(wanted)s characters are needed, and %(left)s are left this month") % {"wanted": wanted, "left": left},
        )
    row, _created = CharacterUse.objects.get_or_create(library=library, month=this_month(), language=code)
    CharacterUse.objects.filter(pk=row.pk).update(characters=F("characters") + characters)


def ask_draft(*, page: Page, code: str, library: Library, user: User) -> tuple[Draft, bool]:
    """Note that a draft of a source page is wanted, and whether it is still to be made; raises ``MachineError``.

    Asked again while one is being made, it is that one.
    """
    translator = get_machine_translator()
    # The provider is asked before the transaction: nobody waits for the line.
    if translator is None or code not in targets_of(translator.service, page.locale.language_code):
        raise MachineError(Problem.NOT_THERE)
    return _queue(page=page, code=code, library=library, user=user)


@transaction.atomic
def _queue(*, page: Page, code: str, library: Library, user: User) -> tuple[Draft, bool]:
    translation = start_translation(page=page, code=code, user=user)
    now = timezone.now()
    draft = Draft.objects.select_for_update().filter(translation=translation).first()
    if draft and draft.state in {State.WAITING, State.BUSY} and draft.changed_at > now - SILENCE:
        return draft, False
    if draft and draft.retry_at and draft.retry_at > now:
        raise MachineError(Problem.BUSY, draft.detail, draft.retry_at)
    facts: dict[str, Any] = {"library": library, "asked_by": user, "state": State.WAITING, "changed_at": now}
    facts |= {"problem": "", "detail": "", "retry_at": None, "done": 0, "total": 0}
    return Draft.objects.update_or_create(translation=translation, defaults=facts)[0], True


def make_draft(*, draft_id: int) -> None:
    """Translate what has no translation yet; safe to run twice, and nothing is half-saved."""
    now = timezone.now()
    free = Q(state=State.WAITING) | Q(state=State.BUSY, changed_at__lt=now - SILENCE)
    if not Draft.objects.filter(free, pk=draft_id).update(state=State.BUSY, changed_at=now):
        return
    draft = Draft.objects.select_related(
        "library", "asked_by", "translation__source", "translation__target_locale"
    ).get(pk=draft_id)
    try:
        _translate(draft)
    except MachineError as error:
        _note(draft, state=State.FAILED, problem=error.problem, detail=error.detail[:200], retry_at=error.retry_at)
    except Exception:
        _note(draft, state=State.FAILED, problem=Problem.UNEXPECTED)
        raise
    else:
        _note(draft, state=State.DONE)


def _note(draft: Draft, **facts: Any) -> None:
    Draft.objects.filter(pk=draft.pk).update(changed_at=timezone.now(), **facts)


def _translate(draft: Draft) -> None:
    translation, translator = draft.translation, get_machine_translator()
    if translator is None:
        raise MachineError(Problem.NOT_THERE)
    segments = list(untranslated(translation))
    if not segments:
        return
    strings = [StringValue(segment.string.data) for segment in segments]

    def progress(done: int, total: int) -> None:
        _note(draft, done=done, total=total)

    with billed_to(draft.library, progress):
        outcomes = translator.translate(translation.source.locale, translation.target_locale, strings)
    try:
        _save(draft, segments, outcomes, translator.display_name)
    except NoRoomError as error:
        raise MachineError(Problem.NO_ROOM, error.words) from error


@transaction.atomic
def _save(
    draft: Draft, segments: list[StringSegment], outcomes: dict[StringValue, StringValue], tool_name: str
) -> None:
    """Store the sentences; what somebody wrote herself in the meantime stays."""
    translation = draft.translation
    for segment in segments:
        words = outcomes[StringValue(segment.string.data)].data
        refuse_surplus(source=translation.source, context=segment.context, data=words)
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={
                "data": words,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
                "tool_name": tool_name,
                "last_translated_by": draft.asked_by,
            },
        )
    refuse_misfit(translation=translation)


@transaction.atomic
def confirm(*, translation: Translation, page: Page, seen: str, user: User) -> bool:
    """Note that somebody read the sentences that she saw, and found them right. No, when they changed meanwhile."""
    rows = unread(translation)
    if digest_of(rows.select_for_update(of=("self",))) != seen:
        return False
    # Not by ``save``: that would date the words, which nobody changed.
    StringTranslation.objects.filter(pk__in=[row.pk for row in rows]).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, last_translated_by=user
    )
    if page.live and page.last_published_at and not _changed_since(translation, page.last_published_at):
        mark(page=page, translation=translation)
    return True


def _changed_since(translation: Translation, moment: datetime) -> bool:
    """Whether words were changed since they were published: readers then see what nobody confirmed."""
    return StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale, updated_at__gt=moment
    ).exists()


@transaction.atomic
def publish_unread(*, translation: Translation, user: User) -> None:
    """Publish a translation as it is; readers see that nobody read it yet."""
    publish_translation(translation=translation, user=user)


def mark_published(published: Published) -> None:
    """Store whether readers now see sentences that only a computer saw."""
    if published.is_public:
        mark(page=published.page, translation=published.translation)


@transaction.atomic
def mark(*, page: Page, translation: Translation | None) -> None:
    """Store whether a page that is published holds sentences that only a computer saw."""
    if translation is not None and unread(translation).exists():
        MachineDraft.objects.get_or_create(page_id=page.pk)
    else:
        MachineDraft.objects.filter(page=page.pk).delete()


@transaction.atomic
def save_term(
    *,
    word: str,
    library: Library | None = None,
    language: str = "",
    outcome: str = "",
    row: GlossaryTerm | None = None,
) -> GlossaryTerm:
    """Add a fixed word, or change what becomes of it: ``row``, else the one with this word and language."""
    row = row or found(GlossaryTerm, library=library, word=word, language=language)
    return write(row, library=library, word=word, language=language, outcome=outcome)


@transaction.atomic
def save_settings(*, library: Library, row: MachineSettings | None = None, **rules: Any) -> MachineSettings:
    """Set how much a library may send, and what it may publish; ``rules``: further fields of ``MachineSettings``."""
    return write(row or found(MachineSettings, library=library), library=library, **rules)
