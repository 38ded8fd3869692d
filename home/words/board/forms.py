"""The filters of the board."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.words.board.choices import State


class BoardFilter(forms.Form):
    """Which rows and which language to show; what is unknown is left aside."""

    search = forms.CharField(label=_("Title"), required=False, max_length=100)
    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All states")), *State.choices])
    kind = forms.ChoiceField(label=_("Kind of page"), required=False)

    def __init__(
        self, *args: Any, languages: list[tuple[str, str]], kinds: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("All languages")), *languages]
        self.fields["kind"].choices = [("", _("All kinds")), *kinds]

    @property
    def wanted(self) -> dict[str, str]:
        """The filters that are on."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}
