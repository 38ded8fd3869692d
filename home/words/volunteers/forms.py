"""The form with which an editor asks a volunteer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.words.volunteers.choices import MOST_DAYS, VALID_DAYS


class JobForm(forms.Form):
    """Which pages, into which language, and by whom."""

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Language"))
    name = forms.CharField(
        label=_("First name"),
        max_length=60,
        help_text=_("As the volunteer wants to be called. Forgotten 30 days after the job is closed."),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Not needed: you can also send the link by WhatsApp. We mail in the volunteer's language."),
    )
    message = forms.CharField(
        label=_("Message"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stands above the sentences, as you write it."),
    )
    days = forms.IntegerField(label=_("Days that the link works"), min_value=1, max_value=MOST_DAYS, initial=VALID_DAYS)
    pages = forms.MultipleChoiceField(
        label=_("Pages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one page.")},
    )

    def __init__(
        self, *args: Any, languages: list[tuple[str, str]], pages: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages
        self.fields["pages"].choices = pages


class ReturnForm(forms.Form):
    """What to say when a job goes back."""

    message = forms.CharField(
        label=_("Message to the volunteer"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
