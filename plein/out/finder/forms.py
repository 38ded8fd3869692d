"""The form of a list of words."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from home.site.search.likeness import fold_line
from home.site.wording.spellings import split_spellings
from home.tenant.gate.forms import LibraryModelForm
from plein.out.finder.models import WordList
from plein.out.finder.spellings import WordsFormField


class WordListForm(LibraryModelForm):
    """Words one on a line or with commas; the same word twice is refused, what was typed stays."""

    words = WordsFormField(
        label=WordList._meta.get_field("words").verbose_name,  # noqa: SLF001 - Django's documented meta API
        help_text=WordList._meta.get_field("words").help_text,  # noqa: SLF001
    )

    def clean_words(self) -> str:
        text = self.cleaned_data["words"]
        seen: dict[str, str] = {}
        for word in split_spellings(text):
            folded = fold_line(word)
            if not folded:
                raise ValidationError(_("“%(word)s” is no word.") % {"word": word})
            if folded in seen:
                message = _("“%(word)s” stands there twice (as “%(other)s”). Take one of them out.")
                raise ValidationError(message % {"word": word, "other": seen[folded]})
            seen[folded] = word
        return text

    def values(self) -> dict[str, Any]:
        given = super().values()
        return given | {"words": split_spellings(given["words"])}
