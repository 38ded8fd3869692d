"""Writes on the difficult words."""

from collections.abc import Iterable

from django.db import transaction

from home.site.wording.models import ExplainedWord
from home.site.wording.spellings import join_spellings
from home.tenant.libraries.models import Library


@transaction.atomic
def save_word(
    *, library: Library | None, language: str, spellings: Iterable[str], explained_in: str, explanation: str
) -> ExplainedWord:
    """Explain a word, or explain it anew; the first spelling tells which word it is.

    Without a library it counts for all. Raises ``ValidationError`` with a sentence per field.
    """
    names = list(spellings)
    rows = ExplainedWord.objects.filter(library=library, language=language, explained_in=explained_in)
    row = next((one for one in rows if one.word == names[0]), None)
    row = row or ExplainedWord(library=library, language=language, explained_in=explained_in)
    row.spellings = join_spellings(names)
    row.explanation = explanation
    row.full_clean()
    row.save()
    return row
