"""Reads: what the computer of the provider answers, and what the library says about words, money and who read what."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.outgoing import errors
from home.outgoing.addresses import PORTS
from home.outgoing.client import Rules
from home.outgoing.client import ask as ask_other
from home.outgoing.errors import OutgoingError
from home.tenant.libraries.models import Library
from home.words.machine.choices import MachineError, Problem
from home.words.machine.models import CharacterUse, Draft, GlossaryTerm, MachineSettings
from home.words.machine.protection import Mark

Codes = dict[str, tuple[str, ...]]

SECONDS, SECONDS_FOR_LANGUAGES = 30.0, 5.0
MOST_BYTES = 4 * 1024 * 1024
# What DeepL takes in one question; the other has no limit that is known.
MOST_SENTENCES = 50
LANGUAGES_KEPT = 24 * 3600
FAULT_KEPT = 60
LONGEST_WAIT = timedelta(days=1)
FIRST_WAIT = timedelta(minutes=1)
ANSWERS: dict[int, Problem] = {
    HTTPStatus.UNAUTHORIZED: Problem.KEY,
    HTTPStatus.FORBIDDEN: Problem.KEY,
    HTTPStatus.TOO_MANY_REQUESTS: Problem.BUSY,
    456: Problem.QUOTA,
}
PROBLEMS: dict[type[OutgoingError], Problem] = {
    errors.BrokenError: Problem.BROKEN,
    errors.CertificateError: Problem.REFUSED,
    errors.CompressedError: Problem.BROKEN,
    errors.NoSuchNameError: Problem.REFUSED,
    errors.OtherSideError: Problem.BROKEN,
    errors.RefusedError: Problem.REFUSED,
    errors.TooBigError: Problem.BROKEN,
    errors.TooSlowError: Problem.TOO_SLOW,
}
# Ours to the provider's, where they differ; the first that it knows.
DEEPL_CODES: Codes = {"en": ("EN-GB", "EN"), "pt": ("PT-PT", "PT"), "zh-hans": ("ZH-HANS", "ZH")}
LIBRE_CODES: Codes = {"zh-hans": ("zh-Hans", "zh"), "kmr": ("ku",)}


@dataclass(frozen=True, slots=True)
class Service:
    """The computer of a provider, at an address with a key; both are the portal administrator's."""

    name: str
    mark: Mark
    address: str
    key: str

    def targets(self, source: str) -> dict[str, str]:
        """Our code of each language that it translates into from ``source``, with its own code for it."""
        raise NotImplementedError

    def translate(self, texts: list[str], source: str, target: str) -> list[str]:
        """As many sentences as were sent, in their order; raises ``MachineError``."""
        raise NotImplementedError


class DeepL(Service):
    """DeepL's protocol, version 2."""

    def _ask(self, path: str, **more: Any) -> Any:
        return ask(self.address + path, headers={"Authorization": f"DeepL-Auth-Key {self.key}"}, **more)

    def targets(self, source: str) -> dict[str, str]:
        rows = self._ask("/v2/languages?type=target", seconds=SECONDS_FOR_LANGUAGES)
        codes = {str(row["language"]).upper() for row in rows}
        return {ours: theirs for ours, theirs in _known(DEEPL_CODES, codes, str.upper).items() if ours != source}

    def translate(self, texts: list[str], source: str, target: str) -> list[str]:
        payload = {
            "text": texts,
            "source_lang": source.upper(),
            "target_lang": target,
            "tag_handling": "xml",
            "ignore_tags": [self.mark.name],
            "split_sentences": "nonewlines",
            "formality": "prefer_more",
        }
        return [row["text"] for row in self._ask("/v2/translate", payload=payload)["translations"]]


class LibreTranslate(Service):
    """The protocol of LibreTranslate."""

    def targets(self, source: str) -> dict[str, str]:
        rows = ask(f"{self.address}/languages", seconds=SECONDS_FOR_LANGUAGES)
        found: dict[str, Any] = next((row for row in rows if row["code"] == source), {"targets": []})
        codes = {str(code) for code in found.get("targets", [row["code"] for row in rows])}
        return {ours: theirs for ours, theirs in _known(LIBRE_CODES, codes, str).items() if ours != source}

    def translate(self, texts: list[str], source: str, target: str) -> list[str]:
        payload = {"q": texts, "source": source, "target": target, "format": "html"}
        if self.key:
            payload["api_key"] = self.key
        return list(ask(f"{self.address}/translate", payload=payload)["translatedText"])


KINDS: dict[str, tuple[type[Service], str, Mark]] = {
    "deepl": (DeepL, "DeepL", Mark("keep")),
    "libretranslate": (LibreTranslate, "LibreTranslate", Mark("span", {"translate": "no"})),
}


def service_of(options: dict[str, str]) -> Service:
    """The provider that the settings name."""
    kind, name, mark = KINDS[options["PROVIDER"]]
    return kind(name, mark, options["ADDRESS"].rstrip("/"), options["KEY"])


def _known(differing: Codes, codes: set[str], dress: Callable[[str], str]) -> dict[str, str]:
    found = {}
    for ours, _name in settings.LANGUAGES:
        theirs = next((code for code in differing.get(ours, (dress(ours),)) if code in codes), "")
        if theirs:
            found[ours] = theirs
    return found


def targets_of(service: Service, source: str) -> dict[str, str]:
    """The languages of a provider, asked once a day; raises ``MachineError``, the same for a minute."""
    mark = hashlib.sha256(f"{service.name} {service.address} {source}".encode()).hexdigest()
    kept = cache.get(key := f"machine-{mark}")
    if kept is None:
        try:
            kept = service.targets(source)
        except MachineError as error:
            cache.set(key, error.problem.value, FAULT_KEPT)
            raise
        except (KeyError, TypeError, AttributeError) as error:
            cache.set(key, Problem.BROKEN.value, FAULT_KEPT)
            raise MachineError(Problem.BROKEN) from error
        cache.set(key, kept, LANGUAGES_KEPT)
    if isinstance(kept, str):
        raise MachineError(Problem(kept), detail=_clock(timezone.now() + FIRST_WAIT))
    return kept


def translated(service: Service, texts: list[str], source: str, target: str) -> list[str]:
    """One question's worth of sentences; an answer of another form, or with fewer sentences, is refused."""
    try:
        answers = service.translate(texts, source, target)
    except (KeyError, TypeError, AttributeError) as error:
        raise MachineError(Problem.BROKEN) from error
    if len(answers) != len(texts) or not all(isinstance(one, str) and one.strip() for one in answers):
        raise MachineError(Problem.INCOMPLETE)
    return answers


def ask(
    address: str, *, payload: dict[str, Any] | None = None, headers: dict[str, str] | None = None, seconds: float = 0
) -> Any:
    """Put a question to the provider and read its answer as JSON; raises ``MachineError``.

    Own addresses are allowed: the administrator of the portal chose this one. What went wrong is told without the
    error of the line, which may carry the key.
    """
    parts = urlsplit(address)
    rules = Rules(
        seconds=seconds or float(getattr(settings, "PORTAL_TRANSLATOR_SECONDS", SECONDS)),
        most_bytes=MOST_BYTES,
        allowed_hosts=[f"{parts.hostname}:{parts.port or PORTS.get(parts.scheme)}"],
        takes_packed=True,
    )
    own = {"User-Agent": "Ontwikkelplein", "Accept": "application/json", "Content-Type": "application/json"}
    content = None if payload is None else json.dumps(payload).encode()
    try:
        answer = ask_other(address, rules=rules, headers=own | (headers or {}), content=content)
    except OutgoingError as error:
        raise MachineError(PROBLEMS.get(type(error), Problem.NOT_UNDERSTOOD)) from None
    if answer.status != HTTPStatus.OK:
        _refuse(answer.status, answer.headers.get("Retry-After", ""))
    try:
        return json.loads(answer.content)
    except ValueError:
        raise MachineError(Problem.BROKEN) from None


def _refuse(status: int, wait: str) -> None:
    problem = ANSWERS.get(status)
    if problem == Problem.BUSY:
        at = timezone.now() + _waiting_time(wait)
        raise MachineError(problem, _clock(at), at)
    is_ours = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    raise MachineError(problem or (Problem.NOT_UNDERSTOOD if is_ours else Problem.OTHER_SIDE))


def _waiting_time(wait: str) -> timedelta:
    """How long the other side wants to be left alone: seconds or a date, at most a day."""
    if wait.strip().isdigit():
        asked = timedelta(seconds=min(int(wait), 86_400))
    else:
        try:
            asked = parsedate_to_datetime(wait) - timezone.now()
        except (TypeError, ValueError):
            asked = FIRST_WAIT
    return min(max(asked, timedelta(seconds=1)), LONGEST_WAIT)


def _clock(moment: datetime) -> str:
    """The first whole minute after a moment, as people say it."""
    return (timezone.localtime(moment) + timedelta(seconds=59)).strftime("%H.%M")


@dataclass(frozen=True, slots=True)
class Budget:
    """Characters of a library in this month."""

    most: int
    used: int

    @property
    def left(self) -> int:
        """What may still be sent."""
        return max(0, self.most - self.used)


def this_month() -> date:
    """The first day of the month that counts now."""
    return timezone.localdate().replace(day=1)


def rules_of(library: Library) -> MachineSettings:
    """What the library allows."""
    return MachineSettings.objects.filter(library=library).first() or MachineSettings(library=library)


def budget_of(library: Library) -> Budget:
    """What the library may spend and spent this month. Two queries."""
    rows = CharacterUse.objects.filter(library=library, month=this_month())
    used = rows.aggregate(total=Sum("characters"))["total"] or 0
    return Budget(rules_of(library).monthly_characters, used)


def with_used(rows: QuerySet[MachineSettings]) -> QuerySet[MachineSettings]:
    """Rules with what their library spent this month as ``used``."""
    spent = CharacterUse.objects.filter(library=OuterRef("library"), month=this_month()).values("library")
    return rows.annotate(used=Coalesce(spent.annotate(total=Sum("characters")).values("total"), 0))


def fixed_words(library: Library, code: str) -> dict[str, str]:
    """Dutch word to what it becomes in a language (empty: it stays). One query.

    The library's own word goes before the network's, and one for this language before one for all.
    """
    rows = GlossaryTerm.objects.filter(Q(library=library) | Q(library=None), language__in=["", code])
    ordered = sorted(rows, key=lambda row: (row.library_id is not None, row.language != ""))
    return {row.word.casefold(): row.outcome for row in ordered}


def fixed_by_network(term: GlossaryTerm) -> GlossaryTerm | None:
    """What the network has of a word already, in the same language or in every one. One query."""
    rows = GlossaryTerm.objects.filter(library=None, language__in={"", term.language}).order_by("-language")
    return next((row for row in rows if row.word.casefold() == term.word.casefold()), None)


def words_of_network() -> list[str]:
    """The words that stay as they are everywhere. One query."""
    rows = GlossaryTerm.objects.filter(library=None, language="", outcome="")
    return list(rows.values_list("word", flat=True))


def untranslated(translation: Translation) -> QuerySet[StringSegment]:
    """The sentences of a page that have no translation yet."""
    return StringSegment.objects.filter(~_there(translation), source=translation.source).select_related(
        "string", "context"
    )


def unread(translation: Translation) -> QuerySet[StringTranslation]:
    """The sentences that a computer translated and nobody read, in the order of the page."""
    segments = StringSegment.objects.filter(
        source=translation.source, string=OuterRef("translation_of"), context=OuterRef("context")
    )
    return StringTranslation.objects.filter(
        Exists(segments), locale=translation.target_locale, translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    ).select_related("translation_of")


def _there(translation: Translation) -> Exists:
    return Exists(
        StringTranslation.objects.filter(
            translation_of=OuterRef("string"), context=OuterRef("context"), locale=translation.target_locale
        )
    )


def digest_of(rows: Iterable[StringTranslation]) -> str:
    """A mark of exactly these sentences, so that nobody confirms what she did not see."""
    digest = hashlib.sha256()
    for row in sorted(rows, key=lambda row: row.pk):
        digest.update(f"{row.pk}\0{row.data}\0".encode())
    return digest.hexdigest()


def drafts_of(page_key: Any) -> dict[str, Draft]:
    """The drafts of a page by language. One query."""
    rows = Draft.objects.filter(translation__source__object_id=page_key)
    return {
        row.translation.target_locale.language_code: row for row in rows.select_related("translation__target_locale")
    }
