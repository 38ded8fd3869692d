"""Times of a day as a person writes them: one on a line, from and until."""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

CLOCK = r"(\d{1,2})[.:](\d{2})"
LINE = re.compile(rf"^\s*{CLOCK}\s*(?:-|–|tot|to|until)\s*{CLOCK}\s*(?:uur)?\s*$", re.IGNORECASE)

Pairs = list[tuple[time, time]]


def read_line(line: str) -> tuple[time, time]:
    """``14.00 - 16.00`` as two times; raises ``ValidationError`` with a sentence that repeats the line."""
    found = LINE.match(line)
    numbers = [int(text) for text in found.groups()] if found else [24] * 4
    try:
        pair = time(*numbers[:2]), time(*numbers[2:])
    except ValueError:
        message = _("“%(line)s” is no time. Write it as 14.00 - 16.00.") % {"line": line.strip()}
        raise ValidationError(message) from None
    if pair[1] <= pair[0]:
        raise ValidationError(_("“%(line)s”: the end is before the start.") % {"line": line.strip()})
    return pair


class TimesFormField(forms.CharField):
    """A text of lines, each a time from and until."""

    widget = forms.Textarea(attrs={"rows": 2})

    def prepare_value(self, value: Any) -> Any:
        """Pairs are shown as lines; what was typed is shown as it was typed."""
        if not isinstance(value, list):
            return value
        return "\n".join(f"{start:%H.%M} - {end:%H.%M}" for start, end in value)

    def to_python(self, value: Any) -> Pairs:
        return [read_line(line) for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True


class TimesField(models.JSONField):
    """Pairs of times, kept as text in the database: ``[["14:00", "16:00"]]``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, "blank": True} | kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Pairs:
        rows = super().from_db_value(value, expression, connection) or []
        return [(time.fromisoformat(start), time.fromisoformat(end)) for start, end in rows]

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002 - Django's signature
        if isinstance(value, list):
            value = [[f"{start:%H:%M}", f"{end:%H:%M}"] for start, end in value]
        return super().get_db_prep_value(value, connection, prepared)

    def validate(self, value: Any, model_instance: Any) -> None:
        """The form field has read the lines; pairs of times are no JSON that the parent could check."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        options = {"required": False, "label": self.verbose_name, "help_text": self.help_text}
        return TimesFormField(**options | {name: value for name, value in kwargs.items() if name in options})
