"""Which words a mail has in a language: a library's own, the standard ones, or those of the main language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import override, trans_real

from home.mail import kinds, placeholders
from home.mail.choices import MailState, Reason
from home.mail.kinds import Mail, Readers, Values
from home.mail.models import MailText, OutboxMessage
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library

SOURCE_LANGUAGE = "en"
LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Wording:
    """Subject and text with placeholders, the language that they are in, and whether the library wrote them."""

    subject: str
    text: str
    language: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and text as the recipient reads them."""

    subject: str
    text: str


def standard(mail: Mail, language: str) -> Wording:
    """The standard words in a language; pieces that its catalogue lacks are in the language of the installation."""
    with override(language):
        subject, text = str(mail.subject), "".join(str(piece) for piece in mail.text)
    return Wording(placeholders.from_catalogue(subject), placeholders.from_catalogue(text), language)


def has_standard(mail: Mail, language: str) -> bool:
    """Whether the catalogue of a language has all the standard words: half of them would be a mix of two languages."""
    if language == settings.LANGUAGE_CODE or language.split("-", maxsplit=1)[0] == SOURCE_LANGUAGE:
        return True
    if get_language(language).is_easy:
        # Python reads the catalogue of the plain language for it.
        return False
    with override(None):
        pieces = [str(piece) for piece in (mail.subject, *mail.text) if isinstance(piece, Promise)]
    # What a catalogue itself holds, without the one it falls back on, is not told in any other way.
    catalogue = trans_real.translation(language)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return all(piece in catalogue for piece in pieces)


def own_texts(library: Library) -> dict[tuple[str, str], MailText]:
    """A library's own words by mail and language. One query."""
    return {(row.key, row.language): row for row in MailText.objects.filter(library=library)}


def own_text(library: Library, mail: Mail, language: str) -> MailText | None:
    """A library's own words for a mail in one language."""
    return MailText.objects.filter(library=library, key=mail.key, language=language).first()


def wording(library: Library, mail: Mail, language: str, *, is_own_left_out: bool = False) -> Wording:
    """The words that somebody gets who reads this language.

    Own words in it, else the standard ones in it, else the same of the library's main language. One query.
    ``is_own_left_out`` gives what goes out when the own words in this language are thrown away.
    """
    main = library.main_language
    rows = MailText.objects.filter(library=library, key=mail.key, language__in=[language, main])
    own = {row.language: Wording(row.subject, row.text, row.language, is_own=True) for row in rows}
    if is_own_left_out:
        own.pop(language, None)
    if language in own:
        return own[language]
    if has_standard(mail, language):
        return standard(mail, language)
    return own.get(main) or standard(mail, main)


def common_values(library: Library) -> dict[str, str]:
    """What can be filled in in every mail."""
    return {"library": library.name, "plein": library.plein_name}


def filled(words: Wording, values: dict[str, str]) -> Letter:
    """Words with values in them."""
    return Letter(
        placeholders.one_line(placeholders.fill(words.subject, values), LONGEST_SUBJECT),
        placeholders.fill(words.text, values),
    )


def compose(*, library: Library, language: str, key: str, values: Values) -> Letter:
    """A mail as the recipient reads it.

    Raises ``ValueError`` when a placeholder of the mail gets no value.
    """
    mail = kinds.get(key)
    words = wording(library, mail, language)
    with override(words.language):
        given = common_values(library) | {name: str(value) for name, value in values(words.language).items()}
    if lacking := {one.name for one in mail.placeholders} - given.keys():
        raise ValueError(f"The mail {key} gets no value for {', '.join(sorted(lacking))}.")
    return filled(words, given)


def sample(library: Library, mail: Mail, words: Wording) -> Letter:
    """A mail with sample values."""
    with override(words.language):
        values = {one.name: one.sample_in(words.language) for one in mail.placeholders}
    return filled(words, common_values(library) | values)


def languages_of(mail: Mail, codes: list[str]) -> list[str]:
    """Of a library's languages, the main one first, those in which this mail can go out."""
    of_admin = {code for code, _name in settings.WAGTAILADMIN_PERMITTED_LANGUAGES}
    allowed = {Readers.RESIDENTS: set(codes), Readers.EDITORS: of_admin, Readers.COLLEAGUES: set()}[mail.readers]
    return [code for code in codes if code == codes[0] or code in allowed]


def counts_by_state(library: Library) -> dict[MailState, int]:
    """How many mails of a library there are in each state, of those that are kept. One query."""
    rows = OutboxMessage.objects.filter(library=library).order_by().values("state").annotate(number=Count("pk"))
    found = {row["state"]: row["number"] for row in rows}
    return {state: found.get(state, 0) for state in MailState}


# What does not go any more though somebody waits for it: not what was no longer needed, nor what is so old that its
# address is forgotten.
STOPPED = Q(state__in=[MailState.GIVEN_UP, MailState.MAYBE_SENT]) & ~Q(reason=Reason.NOT_NEEDED) & ~Q(recipient="")


def stopped_mails(library: Library) -> QuerySet[OutboxMessage]:
    """The mails of a library that do not go any more though somebody waits for them, newest first."""
    return OutboxMessage.objects.filter(STOPPED, library=library)


def delayed_mails(library: Library) -> QuerySet[OutboxMessage]:
    """The mails of a library that failed and are tried again by themselves, newest first."""
    return OutboxMessage.objects.filter(library=library, state=MailState.WAITING, failures__gt=0)


def stopped_by_library(libraries: Iterable[Library]) -> dict[int, int]:
    """For each of these libraries with mails that stopped, by its id, how many. One query."""
    rows = OutboxMessage.objects.filter(STOPPED, library__in=[library.pk for library in libraries])
    return dict(rows.order_by().values_list("library").annotate(number=Count("pk")))
