"""The form that starts translations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TranslateForm(forms.Form):
    """Into which languages a page is translated, or brought up to date."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = choices
