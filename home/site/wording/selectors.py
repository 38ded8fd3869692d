"""Which words are explained to a reader, and where a word is explained already."""

from dataclasses import dataclass

from django.db.models import Q

from home.site.wording.marking import fold
from home.site.wording.models import ExplainedWord
from home.tenant.languages.known import EASY
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library

# Easy Dutch is Dutch too: the words of the plain language count in the easy one.
PLAIN = {easy: plain for plain, easy in EASY.items()}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A word and what it means; ``lang`` and ``dir`` are those of the explanation."""

    pk: int
    spellings: list[str]
    text: str
    code: str

    @property
    def word(self) -> str:
        return self.spellings[0]

    @property
    def lang(self) -> str:
        return get_language(self.code).tag

    @property
    def dir(self) -> str:
        return get_language(self.code).direction


def explanations(library: Library, *, words_in: str, reader: str) -> list[Explanation]:
    """What is explained of a text, the row that counts for a spelling before those that do not. One query.

    Args:
        library: whose list, with that of the network under it.
        words_in: code of the language that the text is in.
        reader: code of the reader's language: an explanation in it goes before one in the language of the text.

    """
    languages = [words_in, PLAIN.get(words_in, words_in)]
    readable = [reader, *(code for code in (words_in, PLAIN.get(words_in), PLAIN.get(reader)) if code)]
    rows = ExplainedWord.objects.filter(
        Q(library=library) | Q(library=None), language__in=languages, explained_in__in=readable
    ).values_list("pk", "spellings", "explanation", "explained_in", "library", "language")
    ordered = sorted(
        rows, key=lambda row: (readable.index(row[3]), row[4] is None, languages.index(row[5]), row[1], row[0])
    )
    return [Explanation(pk, spellings.split("\n"), text, code) for pk, spellings, text, code, *_rest in ordered]


def explained_already(word: ExplainedWord) -> list[str]:
    """Spellings of a word that another row of the same owner explains in the same languages. One query."""
    rows = ExplainedWord.objects.filter(
        library=word.library_id, language=word.language, explained_in=word.explained_in
    ).exclude(pk=word.pk)
    taken = {fold(entry) for row in rows for entry in row.entries}
    return [entry for entry in word.entries if fold(entry) in taken]


def explained_by_network(word: ExplainedWord) -> tuple[str, str] | None:
    """The first spelling that the network explains in the same languages, with what it says. One query."""
    rows = ExplainedWord.objects.filter(library=None, language=word.language, explained_in=word.explained_in)
    said = {fold(entry): row.explanation for row in rows for entry in row.entries}
    return next(((entry, said[fold(entry)]) for entry in word.entries if fold(entry) in said), None)
