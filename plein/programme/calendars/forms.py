"""The forms of a partner's calendar: its address, and what the titles in it stand for."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from home.tenant.gate.forms import LibraryModelForm
from plein.offer.offers.pages import OfferPage
from plein.programme.calendars.addresses import tidy
from plein.programme.calendars.choices import CalendarError
from plein.programme.calendars.ics import Findings
from plein.programme.calendars.ics_lines import tidy_title
from plein.programme.calendars.models import CalendarSource
from plein.programme.calendars.selectors import proposal
from plein.programme.calendars.services import look

# More titles than this stand for themselves no longer: they are "everything else".
MOST_TITLES = 60


class CalendarSourceForm(LibraryModelForm):
    """An address is kept when there really is a calendar; before that, a sentence says what is there instead."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            # A new calendar is fetched once somebody has seen what is in it.
            self.fields.pop("is_active", None)
            self.initial.setdefault("owner", getattr(self.for_user, "pk", None))

    def clean_address(self) -> str:
        """The address as it is kept."""
        return tidy(self.cleaned_data["address"])

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        address = self.cleaned_data.get("address")
        if address and not self.errors and (self.instance.pk is None or "address" in self.changed_data):
            self._check_address(address)
        return cleaned

    def _check_address(self, address: str) -> None:
        library = self.cleaned_data.get("library") or self.instance.library
        others = CalendarSource.objects.filter(library=library, address=address).exclude(pk=self.instance.pk)
        if others.exists():
            self.add_error("address", _("This calendar is in the list already."))
            return
        try:
            look(address=address)
        except CalendarError as error:
            self.add_error("address", str(error.problem.label))


class MappingForm(forms.Form):
    """What each title of a calendar stands for. The last line is for every title that is not in the list."""

    def __init__(self, *args: Any, titles: list[str], offers: list[OfferPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.titles = [*titles[:MOST_TITLES], ""]
        choices = [("", _("Leave out")), *((str(offer.pk), offer.title) for offer in offers)]
        for number, title in enumerate(self.titles):
            self.fields[f"offer-{number}"] = forms.ChoiceField(
                label=title or _("Everything else"), choices=choices, required=False
            )

    @classmethod
    def titles_of(cls, data: Any) -> list[str]:
        """The titles that the browser was shown, when the form comes back."""
        return [tidy_title(title) for title in data.getlist("title") if title][:MOST_TITLES]

    @property
    def offers(self) -> dict[str, int | None]:
        """The id of the chosen offer by title."""
        values = (self.cleaned_data[f"offer-{number}"] for number in range(len(self.titles)))
        return {title: int(value) if value else None for title, value in zip(self.titles, values, strict=True)}

    @property
    def rows(self) -> list[tuple[str, forms.BoundField]]:
        """Each title with its field."""
        return [(title, self[f"offer-{number}"]) for number, title in enumerate(self.titles)]


def titles_to_map(found: Findings, rules: dict[str, Any]) -> list[str]:
    """The titles of a calendar, the most frequent first, and those that had an answer before."""
    return [title for title in dict.fromkeys([*found.titles, *rules]) if title]


def proposals(titles: list[str], rules: dict[str, Any], offers: list[OfferPage]) -> dict[str, Any]:
    """What stands in the form at first: what was chosen before, else the offer that is called most like the title."""
    given = [*titles[:MOST_TITLES], ""]
    chosen = [
        rules[title].offer_id if title in rules else (proposal(title, offers) if title else None) for title in given
    ]
    return {f"offer-{number}": str(pk or "") for number, pk in enumerate(chosen)}
