"""What the board asks of other features, without importing them."""

from dataclasses import dataclass

from django.dispatch import Signal

# Sent with ``library``; a receiver returns (translation key, language code) of each page that somebody is reviewing.
reviews_wanted = Signal()

# Sent with ``library``, ``codes`` and the ``user`` who looks; a receiver returns an ``EditableList`` for each list of
# words that the library keeps in its languages. All lists of a receiver together cost a fixed number of queries.
lists_wanted = Signal()


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
