"""Which mails the portal sends. Each feature declares its own when the portal starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text: TypeAlias = str | Promise
# What is filled in, by placeholder. It is asked for when the language of the words is known, with its code.
Values: TypeAlias = Callable[[str], Mapping[str, str]]


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


def register(*mails: Mail) -> None:
    """Declare mails.

    Raises ``ValueError`` when another mail has this key.
    """
    for mail in mails:
        if _mails.setdefault(mail.key, mail) is not mail:
            raise ValueError(f"There are two mails with the key {mail.key}.")


def get(key: str) -> Mail:
    """The mail with this key; ``KeyError`` when nobody declared it."""
    return _mails[key]


def all_mails() -> list[Mail]:
    """Every mail, in the order of its key: those of a feature together."""
    return [mail for _key, mail in sorted(_mails.items())]
