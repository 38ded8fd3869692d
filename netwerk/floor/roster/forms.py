"""The forms of the roster: reporting away, deciding about a gap, swapping; and worker and turn in the admin."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from home.consent.choices import ASKED_BY
from home.consent.selectors import standing
from home.tenant.gate.forms import LibraryModelForm
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import has_role, language_codes, libraries_of
from netwerk.floor.roster import names
from netwerk.floor.roster.choices import MOST_WEEKS, REPORTED_REASONS, Wish
from netwerk.floor.roster.models import Turn, Worker, WorkerConsent

EVERYBODY = "everybody"
MOST_AHEAD = timedelta(weeks=MOST_WEEKS)
# A choice, and the words beside it.
Choice = tuple[str, str]


class DayInput(forms.DateInput):
    """The phone's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class AskForm(forms.Form):
    """What should happen, and who is asked."""

    wish = forms.ChoiceField(label=_("What should happen?"), widget=forms.RadioSelect)
    asked = forms.ChoiceField(
        label=_("Who is asked?"),
        required=False,
        help_text=_("Only when a colleague is asked. She gets a mail and finds the question here."),
    )

    def __init__(self, *args: Any, colleagues: Iterable[Worker], wishes: Iterable[Wish], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(one.uuid): one for one in colleagues}
        self.fields["wish"].choices = [(wish.value, wish.label) for wish in wishes]
        everybody = gettext("Everybody of the same session or organisation")
        self.fields["asked"].choices = [
            (EVERYBODY, everybody),
            *((key, one.name) for key, one in self.colleagues.items()),
        ]

    @property
    def workers(self) -> list[Worker]:
        """Who is asked; nobody named means everybody."""
        chosen = self.colleagues.get(self.cleaned_data.get("asked", ""))
        return [chosen] if chosen else []


class AbsenceForm(AskForm):
    """Which sessions or days, why, and what should happen."""

    duties = forms.MultipleChoiceField(
        label=_("Which sessions can you not do?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("One of these sessions is over or was changed. Choose again.")},
    )
    first_day = forms.DateField(
        label=_("Or all sessions from"), required=False, widget=DayInput, help_text=_("For a holiday, for example.")
    )
    last_day = forms.DateField(label=_("until"), required=False, widget=DayInput)
    reason = forms.ChoiceField(
        label=_("Reason"),
        widget=forms.RadioSelect,
        choices=[(code.value, code.label) for code in REPORTED_REASONS],
        help_text=_(
            "Colleagues do not see it. Visitors read it when the session does not take place. "
            "Choose “something else” if you do not want that."
        ),
    )

    field_order = ("duties", "first_day", "last_day", "reason", "wish", "asked")

    def __init__(self, *args: Any, duties: Iterable[Choice], is_me: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duties"].choices = list(duties)
        if not self.fields["duties"].choices:
            del self.fields["duties"]
        elif not is_me:
            self.fields["duties"].label = gettext("Which sessions?")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", gettext("The last day is before the first day."))
        elif (last or first or timezone.localdate()) < timezone.localdate():
            self.add_error("last_day" if last else "first_day", gettext("These days are over. Choose days to come."))
        elif last and not first:
            self.add_error("first_day", gettext("Give the first day too."))
        elif (last or first or timezone.localdate()) > timezone.localdate() + MOST_AHEAD:
            self.add_error("last_day" if last else "first_day", gettext("Choose days in the coming half year."))
        elif not (cleaned.get("duties") or first or self.errors):
            message = gettext("Choose at least one session, or give the days.")
            self.add_error("duties" if "duties" in self.fields else "first_day", message)
        return cleaned

    @property
    def days(self) -> tuple[date, date] | None:
        """The days that were given, if any."""
        first = self.cleaned_data.get("first_day")
        return (first, self.cleaned_data.get("last_day") or first) if first else None


class NameForm(forms.Form):
    """The name under which somebody agrees to stand on the website."""

    public_name = forms.CharField(label=_("first name as visitors may see it"), max_length=60)


class SwapForm(forms.Form):
    """Which session one gives, and which one wants instead."""

    mine = forms.ChoiceField(label=_("You give"), widget=forms.RadioSelect)
    other = forms.ChoiceField(
        label=_("You get"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("One of these sessions is over or was changed. Choose again.")},
    )

    def __init__(self, *args: Any, mine: Iterable[Choice], others: Iterable[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mine"].choices = list(mine)
        self.fields["other"].choices = list(others)


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
        # Written by the service of consent alone.
        self.stored_name = self.instance.public_name
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

    @transaction.atomic
    def save(self, commit: bool = True) -> Worker:  # noqa: FBT001, FBT002 - Django's signature
        self.instance.public_name = self.stored_name
        worker = super().save(commit=commit)
        if commit:
            self._save_consent(worker)
            names.publish_worker(worker=worker)
        return worker

    def _save_consent(self, worker: Worker) -> None:
        given = self.cleaned_data
        name, day, until = (given.get("public_name") or "").strip(), given.get("agreed_on"), given.get("consent_until")
        if given.get("withdraw") or not day:
            names.withdraw(worker=worker, asked_by=self.for_user)
            return
        row = self.consent
        if row is None or (self.stored_name, row.answered_on, row.until) != (name, day, until):
            names.agree(
                worker=worker,
                public_name=name,
                language=given.get("consent_language") or "",
                route=given.get("consent_route") or ASKED_BY[0],
                until=until,
                on=day,
                asked_by=self.for_user,
            )


class TurnForm(LibraryModelForm):
    """A turn; the public names follow as soon as it is saved. A turn stays with its series."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "worker" in self.fields:
            workers = self.fields["worker"]
            workers.queryset = workers.queryset.working(timezone.localdate())
            workers.label_from_instance = lambda worker: f"{worker.name} ({worker})"
        if "series" in self.fields:
            series = self.fields["series"]
            series.queryset = series.queryset.select_related("offer").order_by("offer__title", "starts_on")
        if self.instance.pk:
            self.fields["series"].disabled = True
            self.fields["worker"].disabled = True

    @transaction.atomic
    def save(self, commit: bool = True) -> Turn:  # noqa: FBT001, FBT002 - Django's signature
        turn = super().save(commit=commit)
        if commit:
            names.publish_people(series=turn.series)
        return turn
