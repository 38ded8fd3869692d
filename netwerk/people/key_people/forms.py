"""The form of a key person in the admin: facts, consent and events."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from home.consent.choices import ASKED_BY
from home.consent.said import Said
from home.tenant.gate.forms import LibraryModelForm
from home.tenant.languages import known as languages
from home.tenant.languages.dates import day_label
from home.tenant.libraries.choices import OUTREACH_ROLES
from home.tenant.libraries.selectors import language_codes, libraries_of
from netwerk.people.key_people import selectors
from netwerk.people.key_people.choices import ConsentField
from netwerk.people.key_people.models import Consent, KeyPerson
from plein.programme.events.pages import EventPage


class EventsField(forms.ModelMultipleChoiceField):
    """Events to tick, each with its day."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: EventPage) -> str:
        return f"{obj.title} ({day_label(obj.date, 'nl')})"


class KeyPersonForm(LibraryModelForm):
    """A key person with what may be public about her and where she welcomes."""

    consent_to = forms.MultipleChoiceField(
        label=_("May be public"),
        choices=ConsentField.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick only what this person agreed to. Visitors see nothing else."),
    )
    public_name = forms.CharField(
        label=_("First name as it may be shown"),
        max_length=60,
        required=False,
    )
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
    events = EventsField(
        label=_("Welcomes at"),
        queryset=EventPage.objects.none(),
        required=False,
        help_text=_("The name stands on these events as soon as there is consent."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: KeyPerson = self.instance
        if "events" in self.fields:
            events = self.fields["events"]
            events.queryset = EventPage.objects.none()
            for library in self._libraries():
                events.queryset = events.queryset | selectors.events_to_welcome_at(library, person)
            events.initial = list(person.welcomings.values_list("event_id", flat=True)) if person.pk else []
        consent = person.consent
        if consent is not None:
            self._fill_in(consent)
        elif "withdraw" in self.fields:
            del self.fields["withdraw"]

        if "consent_language" in self.fields:
            codes = dict.fromkeys(code for library in self._libraries() for code in language_codes(library))
            self.fields["consent_language"].choices = [(code, languages.get(code).dutch_name) for code in codes]

    def _fill_in(self, consent: Consent) -> None:
        """Show what stands."""
        self.fields["consent_to"].initial = consent.covers
        self.fields["consent_language"].initial = consent.language
        self.fields["consent_route"].initial = consent.route
        self.fields["consent_until"].initial = consent.until
        self.fields["consent_to"].help_text = gettext("Consent was given on %(day)s.") % {
            "day": f"{day_label(consent.answered_on, 'nl')} {consent.answered_on.year}"
        }

    def _libraries(self) -> list[Any]:
        if self.instance.library_id:
            return [self.instance.library]
        if self.for_user is None:
            return []
        found = libraries_of(self.for_user, roles=OUTREACH_ROLES)
        return list(found.select_related("site__root_page"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        wanted = cleaned.get("consent_to") or []
        until = cleaned.get("consent_until")
        if until and "consent_until" in self.changed_data and until < timezone.localdate():
            self.add_error("consent_until", gettext("This day is over. Choose a day to come, or leave it empty."))
        if wanted and not cleaned.get("withdraw"):
            if ConsentField.FIRST_NAME not in wanted:
                self.add_error(
                    "consent_to", gettext("Languages are only shown beside a first name. Tick the first name too.")
                )
            elif not (cleaned.get("public_name") or "").strip():
                self.add_error("public_name", gettext("Give the first name as it may be shown."))
        return cleaned

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        said = Said(
            covers=[] if given.get("withdraw") else given.get("consent_to") or [],
            public_name=(given.get("public_name") or "").strip(),
            language=given.get("consent_language") or "",
            route=given.get("consent_route") or ASKED_BY[0],
            until=given.get("consent_until"),
            asked_by=self.for_user,
        )
        events = given.get("events") or []
        return super().values() | {"said": said, "events": events}


class KeyPeopleFormMixin:
    """Shows key people by name in a form where they are ticked; logs keep their code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "key_people" in self.fields:
            people = self.fields["key_people"]
            people.queryset = people.queryset.filter(anonymised_on=None)
            people.label_from_instance = lambda person: f"{person.name} ({person})"
