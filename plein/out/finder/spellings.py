"""A list of words as an editor writes it: one on a line, or with commas between them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from home.site.wording.spellings import join_spellings, split_spellings
from plein.out.finder.choices import LONGEST_WORD


class WordsFormField(forms.CharField):
    """A text box with a word, or a few words that belong together, on each line."""

    widget = forms.Textarea(attrs={"rows": 16, "dir": "auto"})

    def to_python(self, value: Any) -> str:
        words = split_spellings(super().to_python(value) or "")
        for word in words:
            if len(word) > LONGEST_WORD:
                message = _(
                    "“%(word)s …” is longer than %(most)d signs. Write single words, or a few that belong together."
                )
                raise ValidationError(message % {"word": word[:20], "most": LONGEST_WORD})
        return join_spellings(words)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return split_spellings(initial or "") != split_spellings(data or "")
