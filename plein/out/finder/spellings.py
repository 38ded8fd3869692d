"""A list of words as an editor writes it: one on a line, or with commas between them."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plein.out.finder.choices import LONGEST_WORD

# Commas and semicolons of every script in which a library may write.
BETWEEN = re.compile(r"[\n\r,;،؛、，；]+")


def split_words(text: str) -> list[str]:
    """The words in a text, as they were written."""
    return [" ".join(part.split()) for part in BETWEEN.split(text.replace("\x00", " ")) if part.strip()]


def join_words(words: Iterable[str]) -> str:
    """Words as they are kept: one on a line."""
    return "\n".join(words)


class WordsFormField(forms.CharField):
    """A text box with a word, or a few words that belong together, on each line."""

    widget = forms.Textarea(attrs={"rows": 16, "dir": "auto"})

    def to_python(self, value: Any) -> str:
        words = split_words(super().to_python(value) or "")
        for word in words:
            if len(word) > LONGEST_WORD:
                message = _(
                    "“%(word)s …” is longer than %(most)d signs. Write single words, or a few that belong together."
                )
                raise ValidationError(message % {"word": word[:20], "most": LONGEST_WORD})
        return join_words(words)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return split_words(initial or "") != split_words(data or "")
