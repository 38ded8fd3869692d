"""The week page."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.languages import dates
from home.languages.selectors import address
from home.pages.cards import words_of
from home.pages.pages import BasePage
from home.pages.selectors import Reading
from plein.programme.cards import pages_of, week_bounds, week_days
from plein.programme.registry import themes_wanted
from plein.programme.selectors import occurrences

# So far a reader (or a crawler) can leaf.
MOST_WEEKS = 26


class WeekPage(BasePage):
    """Who, when, with what: a week by day and daypart."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "plein/programme/week_page.html"

    class Meta:
        verbose_name = _("week programme")
        verbose_name_plural = _("week programmes")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        monday, sunday = week_bounds(_asked_day(reading))
        rows = occurrences(reading.library, monday, sunday)
        themes: list[Page] = []
        for _receiver, given in themes_wanted.send(sender=WeekPage, library=reading.library):
            themes.extend(given)
        found = words_of(reading, [*pages_of(rows), *themes])
        this_monday, _this_sunday = week_bounds(reading.today)
        own = address(reading.source, reading.code)
        weeks_away = (monday - this_monday).days // 7
        return {
            "days": week_days(reading, monday, 7, rows, words=found, themes=themes),
            "week_label": _now("%(first)s to %(last)s")
            % {
                "first": dates.day_label(monday, reading.code),
                "last": dates.day_label(sunday, reading.code),
            },
            "previous_url": _week_url(own, monday, -7) if weeks_away > -MOST_WEEKS else "",
            "next_url": _week_url(own, monday, 7) if weeks_away < MOST_WEEKS else "",
            "this_week_url": "" if monday == this_monday else own,
        }


def _asked_day(reading: Reading) -> date:
    """The day in ``?van=``, kept within half a year of today; anything else means today."""
    try:
        day = date.fromisoformat(reading.request.GET.get("van", ""))
    except ValueError:
        return reading.today
    limit = timedelta(weeks=MOST_WEEKS)
    return min(max(day, reading.today - limit), reading.today + limit)


def _week_url(own: str, monday: date, days: int) -> str:
    return f"{own}?van={(monday + timedelta(days=days)).isoformat()}"
