"""When the plein is open, in the reader's words."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from home.languages import dates
from home.languages.dates import AMSTERDAM, at
from home.libraries.models import Library
from plein.places.choices import Reason
from plein.places.models import Closure, OpeningHours


@dataclass(slots=True)
class Opening:
    """Opening of a plein (or of all of a library's) over some days."""

    hours: list[OpeningHours]
    closures: list[Closure] = field(default_factory=list)

    def closure_on(self, day: date) -> Closure | None:
        """The closure that covers a day, if any."""
        return next((row for row in self.closures if row.first_day <= day <= row.last_day), None)

    def spans(self, day: date) -> list[tuple[datetime, datetime]]:
        """Opening times on a day, none when it is closed."""
        if self.closure_on(day):
            return []
        return [(at(day, row.opens), at(day, row.closes)) for row in self.hours if row.weekday == day.weekday()]

    def label(self, day: date, language: str) -> str:
        """``10.00 tot 17.00 uur``, empty when closed."""
        return ", ".join(dates.time_range(start, end, language) for start, end in self.spans(day))

    def closed_label(self, day: date) -> str:
        """Why it is closed on a day on which it would be open."""
        closure = self.closure_on(day)
        return f"{_('Closed')}: {Reason(closure.reason).label}" if closure else ""

    def now_label(self, language: str, now: datetime | None = None) -> tuple[bool, str, str]:
        """(open now, "open until …" or "", "open again …" or "")."""
        now = (now or timezone.now()).astimezone(AMSTERDAM)
        for start, end in self.spans(now.date()):
            if start <= now < end:
                return True, _("Open now, until %(time)s") % {"time": dates.clock(end, language)}, ""
        for offset in range(8):
            day = now.date() + timedelta(days=offset)
            for start, _end in self.spans(day):
                if start > now:
                    name = dates.relative_day(day, now.date()) or dates.weekday_name(day, language)
                    clock = dates.clock(start, language)
                    text = _("Open again: %(day)s from %(time)s") % {"day": name, "time": clock}
                    return False, _("Closed now"), text
        return False, _("Closed now"), ""


def opening_of(library: Library, first: date, last: date) -> Opening:
    """Opening of the library's plein between two days. Two queries."""
    path = library.site.root_page.path
    return Opening(
        list(OpeningHours.objects.filter(plein__path__startswith=path)),
        list(Closure.objects.filter(plein__path__startswith=path, first_day__lte=last, last_day__gte=first)),
    )
