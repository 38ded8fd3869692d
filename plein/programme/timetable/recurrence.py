"""The days of a recurrence rule, in arithmetic: no day is counted through that was not asked for.

The rule is the part of RFC 5545 that an editor can say in a sentence: once, every n weeks, every n months on the
k-th weekday; until a day or a number of times. As there, the number of times counts days that are later skipped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from home.tenant.languages import dates
from plein.programme.timetable.choices import Frequency, MonthWeek

WEEK = 7
MONTHS = 12
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

WEEKLY = (gettext_lazy("Every %(day)s"), gettext_lazy("Every second %(day)s"))

# One session of a day: from, until.
Times = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Rule:
    """When something returns. ``month_week`` counts for monthly rules only; ``count`` and ``ends_on`` may be absent."""

    frequency: str
    starts_on: date
    interval: int = 1
    month_week: int = MonthWeek.FIRST
    ends_on: date | None = None
    count: int | None = None

    @property
    def first_day(self) -> date:
        """The first day of the rule: a monthly one may begin after ``starts_on``."""
        if self.frequency != Frequency.MONTHLY:
            return self.starts_on
        day = self._in_month(_month_number(self.starts_on))
        return day if day >= self.starts_on else self._in_month(_month_number(self.starts_on) + 1)

    @property
    def last_day(self) -> date | None:
        """The last day of the rule, none when it goes on."""
        if self.frequency == Frequency.ONCE:
            return self.starts_on
        if self.frequency == Frequency.LOOSE or self.count is None:
            return self.ends_on
        steps = (self.count - 1) * self.interval
        if self.frequency == Frequency.WEEKLY:
            counted = self.first_day + timedelta(weeks=steps)
        else:
            counted = self._in_month(_month_number(self.first_day) + steps)
        return min(counted, self.ends_on) if self.ends_on else counted

    def days(self, first: date, last: date) -> Iterator[date]:
        """Days of the rule from ``first`` to ``last``, both included."""
        end = min(last, self.last_day) if self.last_day else last
        if self.frequency == Frequency.ONCE:
            yield from [self.starts_on] if first <= self.starts_on <= end else []
        elif self.frequency == Frequency.WEEKLY:
            yield from self._weekly(first, end)
        elif self.frequency == Frequency.MONTHLY:
            yield from self._monthly(first, end)

    def _weekly(self, first: date, end: date) -> Iterator[date]:
        step = WEEK * max(1, self.interval)
        number = self.starts_on.toordinal()
        number += max(0, -(-(first.toordinal() - number) // step)) * step
        for found in range(number, end.toordinal() + 1, step):
            yield date.fromordinal(found)

    def _monthly(self, first: date, end: date) -> Iterator[date]:
        step, month = max(1, self.interval), _month_number(self.first_day)
        month += max(0, -(-(_month_number(first) - month) // step)) * step
        while (day := self._in_month(month)) <= end:
            if day >= first:
                yield day
            month += step

    def _in_month(self, number: int) -> date:
        """The day in the month with this number (years times twelve)."""
        year, month = divmod(number, MONTHS)
        weekday = self.starts_on.weekday()
        if self.month_week == MonthWeek.LAST:
            following, after = divmod(number + 1, MONTHS)
            last = date(following, after + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % WEEK)
        first = date(year, month + 1, 1)
        return first + timedelta(days=(weekday - first.weekday()) % WEEK, weeks=self.month_week - 1)

    def ical(self, until: date, zone: str) -> dict[str, object]:
        """The RRULE of RFC 5545 up to and including the day ``until``; empty for what does not return."""
        if self.frequency not in {Frequency.WEEKLY, Frequency.MONTHLY}:
            return {}
        end = min(until, self.last_day) if self.last_day else until
        after = datetime.combine(end + timedelta(days=1), time.min, tzinfo=ZoneInfo(zone))
        rule: dict[str, object] = {"freq": self.frequency, "interval": self.interval}
        if self.frequency == Frequency.MONTHLY:
            rule["byday"] = f"{int(self.month_week)}{WEEKDAYS[self.starts_on.weekday()]}"
        return rule | {"until": (after - timedelta(seconds=1)).astimezone(UTC)}


def _month_number(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def sentence(rule: Rule, times: list[Times], code: str) -> str:
    """``Elke tweede dinsdag, 13.00 tot 15.00 uur, t/m 27 juni``: what was entered, said back in a language."""
    clocks = get_text_list(
        [f"{dates.clock_time(start, code)} – {dates.clock_time(end, code)}" for start, end in times], _("and")
    )
    parts = [_returns(rule, code), clocks]
    if rule.frequency in {Frequency.WEEKLY, Frequency.MONTHLY}:
        if rule.count:
            parts.append(ngettext("%(count)d time", "%(count)d times", rule.count) % {"count": rule.count})
        elif rule.ends_on:
            parts.append(_("until and including %(day)s") % {"day": dates.long_date(rule.ends_on, code)})
    return ", ".join(parts)


def _returns(rule: Rule, code: str) -> str:
    """How often, and on which day."""
    if rule.frequency == Frequency.ONCE:
        return _("Once, on %(day)s") % {"day": dates.long_date(rule.starts_on, code)}
    if rule.frequency == Frequency.LOOSE:
        return _("On loose days, each added by itself")
    names = {"day": dates.weekday_name(rule.starts_on, code), "count": rule.interval}
    if rule.frequency == Frequency.WEEKLY:
        if rule.interval <= len(WEEKLY):
            return WEEKLY[rule.interval - 1] % names
        return _("Every %(count)d weeks, on %(day)s") % names
    names["which"] = MonthWeek(rule.month_week).label
    if rule.interval == 1:
        return _("Every month, on %(which)s %(day)s") % names
    return _("Every %(count)d months, on %(which)s %(day)s") % names


def exists(day: date, clock: time, zone: str) -> bool:
    """Whether a time is on the clock of that day: on the night that summer time begins an hour is missing."""
    moment = datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
    return moment.astimezone(UTC).astimezone(ZoneInfo(zone)).time() == clock


def missing_time(rule: Rule, times: list[Times], zone: str, *, years: int = 3) -> tuple[date, time] | None:
    """The first day and time of a rule, within some years, that the clock does not have."""
    clocks = {clock for pair in times for clock in pair}
    if all(exists_always(clock) for clock in clocks):
        return None
    first = rule.first_day
    for day in rule.days(first, first + timedelta(days=366 * years)):
        for clock in sorted(clocks):
            if not exists(day, clock, zone):
                return day, clock
    return None


def exists_always(clock: time) -> bool:
    """Whether a time is on every clock: only the hours in which the clock may change are in doubt."""
    return not time(1) <= clock < time(4)
