"""Forms of the library administrator."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.staff.selectors import GRANTABLE_ROLES
from home.tenant.languages.known import choices as language_choices
from home.tenant.libraries.models import Library


class ColleagueForm(forms.Form):
    """A colleague and her roles at this library."""

    email = forms.EmailField(label=_("E-mail address"), help_text=_("She signs in with it."))
    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150)
    job_title = forms.CharField(label=_("Function"), max_length=80, required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles at this library"),
        choices=[(role.value, role.label) for role in GRANTABLE_ROLES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class NewColleagueForm(ColleagueForm):
    """A new colleague has at least one role."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].required = True


class LanguagesForm(forms.Form):
    """The languages that a library shows beside its main one."""

    codes = forms.MultipleChoiceField(
        label=_("Languages beside the main one"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "A page that nobody translated shows the main language and says so. "
            "When you switch a language off, its translations are kept."
        ),
    )

    def __init__(self, *args: Any, main_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["codes"].choices = [row for row in language_choices() if row[0] != main_language]


class LibraryForm(forms.ModelForm):
    """Name, address and house style of a library."""

    class Meta:
        model = Library
        fields = ["name", "plein_name", "address", "phone", "email", "style", "sender"]

    def __init__(self, *args: Any, is_network: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who may choose it could send mail in anybody's name: that is for who runs the mail server.
        if not is_network:
            del self.fields["sender"]
