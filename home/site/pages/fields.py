"""Which fields of a page are words. Everything else is a fact, read from the source and never copied."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField


def words(*names: str) -> list[BaseTranslatableField]:
    """The translatable fields of a page type: the words all pages have, and the ones named.

    Naming them all keeps the translation package from copying child rows and facts to every translation.
    The slug follows the source, so addresses differ in their prefix only.
    """
    own = [TranslatableField(name) for name in names]
    return [
        TranslatableField("title"),
        TranslatableField("search_description"),
        *own,
        TranslatableField("body"),
        SynchronizedField("slug", overridable=False),
        SynchronizedField("show_in_menus", overridable=False),
        SynchronizedField("picture", overridable=False),
    ]


class CodeListField(models.JSONField):
    """A list of codes, ticked in a form: languages spoken, facilities of a room.

    ``codes`` is a callable giving (code, label) pairs; it stays out of the migrations, so a new code needs none.
    """

    def __init__(self, *args: Any, codes: Callable[[], list[tuple[str, Any]]] | None = None, **kwargs: Any):
        self.codes = codes or list
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        return forms.MultipleChoiceField(
            choices=self.codes,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        known = {code for code, _label in self.codes()}
        for code in value or []:
            if known and code not in known:
                message = _("“%(code)s” is not in the list.") % {"code": code}
                raise ValidationError(message)
