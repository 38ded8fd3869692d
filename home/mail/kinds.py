"""Which mails the portal sends. Each feature declares its own when the portal starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from django.db.models import TextChoices
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

Text: TypeAlias = str | LazyText
# What is filled in, by placeholder. It is asked for when the language of the words is known, with its code.
Values: TypeAlias = Callable[[str], Mapping[str, str]]
# What a mail in the outbox is about: ids and other plain values, never words, names or links.
Facts: TypeAlias = Mapping[str, Any]
# Makes what is filled in when a mail is sent, from what it is about and the code of the language of its words. Nothing
# (``None``) says that the mail is not needed any more. It runs again at each attempt; a personal link is made anew.
Maker: TypeAlias = Callable[[Facts, str], Mapping[str, str] | None]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands between braces in a text and is filled in when the mail goes out.

    One that is required has to stand in the text: without its link a mail is of no use.
    """

    name: str
    label: Text
    sample: Text | Callable[[str], str]
    is_required: bool = False

    def sample_in(self, language: str) -> str:
        """The sample value; one that depends on the language, such as a day, is made for it."""
        return self.sample(language) if callable(self.sample) else str(self.sample)


class Readers(Enum):
    """Who gets a mail, and so in which of a library's languages it can go out."""

    RESIDENTS = "in every language"
    EDITORS = "in the main language, or the one in which somebody has the admin"
    COLLEAGUES = "in the main language"


class Promise(TextChoices):
    """What happens to a mail of which nobody knows whether it went: its program was stopped while it was sent."""

    AT_LEAST_ONCE = "at_least_once", _("comes for certain, in a rare case twice")
    AT_MOST_ONCE = "at_most_once", _("never comes twice, in a rare case not at all")


# What every mail can fill in; the values are the library's.
COMMON = (
    Placeholder("library", _("The name of the library."), ""),
    Placeholder("plein", _("The name of your plein."), ""),
)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail: what it is for, what can be filled in, and its standard words.

    The standard words are lazily translated, with ``%(name)s`` where something is filled in; the text is in pieces
    that follow each other.
    """

    key: str
    label: Text
    explanation: Text
    subject: Text
    text: tuple[Text, ...]
    placeholders: tuple[Placeholder, ...]
    readers: Readers = Readers.RESIDENTS
    # A reminder or a digest that comes twice does more harm than one that does not come.
    promise: Promise = Promise.AT_LEAST_ONCE

    @property
    def names(self) -> list[str]:
        """Names of all that can be filled in."""
        return [one.name for one in (*self.placeholders, *COMMON)]

    @property
    def required(self) -> list[str]:
        """Names of the placeholders that have to stand in the text."""
        return [one.name for one in self.placeholders if one.is_required]


def paragraphs(*pieces: Text) -> tuple[Text, ...]:
    """Pieces with an empty line between them."""
    return tuple(part for piece in pieces for part in ("\n\n", piece))[1:]


_mails: dict[str, Mail] = {}
_makers: dict[str, Maker] = {}


def register(*mails: Mail) -> None:
    """Declare mails.

    Raises ``ValueError`` when another mail has this key.
    """
    for mail in mails:
        if _mails.setdefault(mail.key, mail) is not mail:
            raise ValueError(f"There are two mails with the key {mail.key}.")


def register_makers(makers: Mapping[str, Maker]) -> None:
    """Declare by the key of a mail who fills it in when it is sent.

    Raises ``ValueError`` when somebody else does already.
    """
    for key, maker in makers.items():
        if _makers.setdefault(key, maker) is not maker:
            raise ValueError(f"The mail {key} is filled in by two functions.")


def maker_of(key: str) -> Maker:
    """Who fills in the mail with this key; ``KeyError`` when nobody does."""
    return _makers[key]


def get(key: str) -> Mail:
    """The mail with this key; ``KeyError`` when nobody declared it."""
    return _mails[key]


def all_mails() -> list[Mail]:
    """Every mail, in the order of its key: those of a feature together."""
    return [mail for _key, mail in sorted(_mails.items())]
