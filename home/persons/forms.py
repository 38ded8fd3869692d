"""The form with which somebody is looked up."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FindForm(forms.Form):
    """A name or an e-mail address. It is posted, so that it stands in no address and no log."""

    words = forms.CharField(
        label=_("Name or e-mail address"),
        max_length=200,
        help_text=_("A first name or a last name will do. An e-mail address has to be complete."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
