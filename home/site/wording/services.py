"""Writes on the difficult words."""

from collections.abc import Iterable

from django.db import transaction

from home.site.wording.models import ExplainedWord
from home.site.wording.spellings import join_spellings
from home.tenant.gate.writing import write
from home.tenant.libraries.models import Library


@transaction.atomic
def save_word(
    *,
    library: Library | None,
    language: str,
    spellings: Iterable[str],
    explained_in: str,
    explanation: str,
    row: ExplainedWord | None = None,
) -> ExplainedWord:
    """Explain a word, or explain it anew: ``row``, else the one whose first spelling is the same.

    Without a library it counts for all. Raises ``ValidationError`` with a sentence per field.
    """
    names = list(spellings)
    if row is None:
        rows = ExplainedWord.objects.filter(library=library, language=language, explained_in=explained_in)
        row = next((one for one in rows if one.word == names[0]), None)
    return write(
        row or ExplainedWord(),
        library=library,
        language=language,
        spellings=join_spellings(names),
        explained_in=explained_in,
        explanation=explanation,
    )
