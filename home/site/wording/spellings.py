"""The ways in which a word is written: one on a line, or with commas between them."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Commas and semicolons of every script in which a library may write.
BETWEEN = re.compile(r"[\n\r,;،؛、，；]+")
LONGEST_SPELLING = 60


def split_spellings(text: str) -> list[str]:
    """The spellings in a text, as they were written."""
    return [" ".join(part.split()) for part in BETWEEN.split(text.replace("\x00", " ")) if part.strip()]


def join_spellings(spellings: Iterable[str]) -> str:
    """Spellings as they are kept: one on a line."""
    return "\n".join(spellings)


class SpellingsFormField(forms.CharField):
    """A text box with a spelling on each line; each holds a letter, and none is a whole sentence."""

    widget = forms.Textarea(attrs={"rows": 4, "dir": "auto"})

    def to_python(self, value: Any) -> str:
        spellings = split_spellings(super().to_python(value) or "")
        for spelling in spellings:
            if len(spelling) > LONGEST_SPELLING:
                message = _("“%(word)s …” is longer than %(most)d signs. Write the word only, not a sentence.")
                raise ValidationError(message % {"word": spelling[:20], "most": LONGEST_SPELLING})
            if not any(sign.isalpha() for sign in spelling):
                raise ValidationError(_("“%(word)s” is no word.") % {"word": spelling})
        return join_spellings(spellings)
