"""The forms of the roster: reporting away, deciding about a gap, swapping; and a turn in the admin."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.tenant.gate.forms import LibraryModelForm
from netwerk.floor.roster.choices import MOST_WEEKS, REPORTED_REASONS, Wish
from netwerk.people.workers.models import Worker

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


class TurnForm(LibraryModelForm):
    """A turn. It stays with its series."""

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
