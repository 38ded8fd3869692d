"""What the board asks of other features, without importing them."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from home.tenant.extending.registry import Registry
from home.tenant.libraries.models import Library
from home.tenant.users.models import User


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A list in one language: how many entries it has, in words, and where it is edited or made.

    Without an address it is for somebody else to edit.
    """

    is_there: bool
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class EditableList:
    """One list that editors keep per language: its kind, its name, and an entry by language code.

    A language without an entry is one in which the list is not used.
    """

    kind: str
    title: str
    entries: dict[str, ListEntry]


# Given a library, (translation key, language code) of each page that somebody is reviewing.
reviews = Registry[Callable[[Library], set[tuple[UUID, str]]]]("translations in review")

# Given a library, codes of languages and who looks, each list of words that the library keeps in its languages.
# All lists that one function gives cost a fixed number of queries.
lists = Registry[Callable[[Library, list[str], User], list[EditableList]]]("lists of words by language")
