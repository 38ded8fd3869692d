"""The form of a worker in the admin."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from home.consent.choices import ASKED_BY
from home.consent.said import Said
from home.consent.selectors import standing
from home.tenant.gate.forms import LibraryModelForm
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import has_role, language_codes, libraries_of
from netwerk.people.workers.choices import ConsentField
from netwerk.people.workers.models import WorkerConsent


class WorkerForm(LibraryModelForm):
    """A worker; what visitors see follows what she agreed to, as soon as it is saved."""

    public_name = forms.CharField(label=_("first name as visitors may see it"), max_length=60, required=False)
    agreed_on = forms.DateField(label=_("agreed to be named on"), required=False, widget=AdminDateInput)
    consent_language = forms.ChoiceField(
        label=_("Asked in"), required=False, help_text=_("The language in which you asked it. Its words are kept.")
    )
    consent_route = forms.ChoiceField(
        label=_("How the answer came in"), choices=[(one.value, one.label) for one in ASKED_BY], required=False
    )
    consent_until = forms.DateField(
        label=_("Holds until and with"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Leave empty when it holds until this person takes it back. After this day the name disappears."),
    )
    withdraw = forms.BooleanField(
        label=_("Withdraw the consent"),
        required=False,
        help_text=_("When you save, the name disappears from every public page at once."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consent = standing(WorkerConsent, self.instance) if self.instance.pk else None
        libraries = self._libraries()
        codes = dict.fromkeys(code for library in libraries for code in language_codes(library))
        self.fields["consent_language"].choices = [(code, get_language(code).dutch_name) for code in codes]
        if self.consent is None:
            del self.fields["withdraw"]
            return
        self.fields["agreed_on"].initial = self.consent.answered_on
        self.fields["consent_language"].initial = self.consent.language
        self.fields["consent_route"].initial = self.consent.route
        self.fields["consent_until"].initial = self.consent.until

    def _libraries(self) -> list[Library]:
        if self.instance.library_id:
            return [self.instance.library]
        return list(libraries_of(self.for_user)) if self.for_user is not None else []

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if cleaned and not cleaned.get("withdraw"):
            self._check_consent((cleaned.get("public_name") or "").strip(), cleaned)
        user, library = self.cleaned_data.get("user"), self.cleaned_data.get("library", self.instance.library_id)
        if user and library and not has_role(user, library if isinstance(library, Library) else self.instance.library):
            self.add_error("user", gettext("This account does not work at this library."))
        return cleaned

    def _check_consent(self, name: str, cleaned: dict[str, Any]) -> None:
        today, day, until = timezone.localdate(), cleaned.get("agreed_on"), cleaned.get("consent_until")
        if name and not day:
            self.add_error("agreed_on", gettext("Note since when she agrees. Without consent no name is shown."))
        elif day and not name:
            self.add_error("public_name", gettext("Give the first name as it may be shown."))
        elif day and day > today:
            self.add_error("agreed_on", gettext("This day is still to come. Note it when she agreed."))
        if until and "consent_until" in self.changed_data and until < today:
            self.add_error("consent_until", gettext("This day is over. Choose a day to come, or leave it empty."))

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        is_given = bool(given.get("agreed_on")) and not given.get("withdraw")
        said = Said(
            covers=[ConsentField.FIRST_NAME] if is_given else [],
            public_name=(given.get("public_name") or "").strip(),
            language=given.get("consent_language") or "",
            route=given.get("consent_route") or ASKED_BY[0],
            on=given.get("agreed_on"),
            until=given.get("consent_until"),
            asked_by=self.for_user,
        )
        return super().values() | {"said": said}
