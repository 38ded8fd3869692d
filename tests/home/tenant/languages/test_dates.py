"""Days and times as people say them."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from babel.dates import format_date
from django.utils import translation

from home.tenant.languages import dates
from home.tenant.languages.cldr import locale_of
from home.tenant.languages.dates import at
from home.tenant.languages.known import LANGUAGES
from tests.clock import AMSTERDAM

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("nl", "dinsdag 24 november"),
        ("en", "Tuesday 24 November"),
        ("pl", "wtorek, 24 listopada"),
        ("bg", "вторник, 24 ноември"),
        ("tr", "24 Kasım Salı"),
        ("uk", "вівторок, 24 листопада"),
        ("ar", "الثلاثاء، 24 نوفمبر"),
        ("es", "martes, 24 de noviembre"),
        ("pap", "djamars, 24 novèmber"),
        ("hu", "november 24., kedd"),
        ("lv", "otrdiena, 24. novembris"),
        ("ps", "درېنۍ, نومبر 24"),
        ("th", "วันอังคารที่ 24 พฤศจิกายน"),
        ("zh-hans", "11月24日星期二"),
        ("kmr", "sêşem, 24ê mijdarê"),
        ("lt", "lapkričio 24 d., antradienis"),
    ],
)
def test_a_day_has_no_year_and_the_languages_own_form(code, expected):
    assert dates.day_label(DAY, code).replace("٢٤", "24") == expected


FUNCTIONS = (
    dates.day_label,
    dates.weekday_name,
    dates.weekday_short,
    dates.month_name,
    dates.long_date,
    dates.full_date,
)


def test_every_language_keeps_its_own_names_whatever_was_asked_before():
    """A name that Babel looked up for one language stood in for that of the next one that inherits it."""

    def said(codes: list[str]) -> dict[str, list[str]]:
        locale_of.cache_clear()
        return {code: [function(DAY, code) for function in FUNCTIONS] for code in codes}

    dates.day_label.cache_clear()
    there, back = said(list(LANGUAGES)), said(list(reversed(LANGUAGES)))
    assert there == back
    weekdays = Counter(row[1] for row in there.values())
    # Persian and Dari, Dutch and easy Dutch, Bulgarian and Macedonian share the word.
    assert {name for name, number in weekdays.items() if number > 1} == {"سه‌شنبه", "dinsdag", "вторник"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_day_without_its_year_names_weekday_day_and_month(code):
    label = dates.day_label(DAY, code)
    assert "2026" not in label
    assert format_date(DAY, "EEEE", locale=locale_of(code)) in label
    assert dates.day_number(DAY, code) in label


def test_papiamentu_has_its_own_days_and_months():
    monday = date(2026, 11, 30)
    days = [dates.weekday_name(monday + timedelta(days=number), "pap") for number in range(7)]
    assert days == ["djaluna", "djamars", "djarason", "djaweps", "djabièrnè", "djasabra", "djadumingu"]
    months = [dates.month_name(date(2026, number, 1), "pap") for number in (1, 12)]
    assert months == ["yanüari", "desèmber"]
    assert dates.weekday_short(monday, "pap") == "luna"


def test_the_dutch_write_a_full_stop_and_others_a_colon():
    moment = datetime(2026, 11, 24, 12, 5, tzinfo=AMSTERDAM)
    assert (dates.clock(moment, "nl"), dates.clock(moment, "pl")) == ("12.05", "12:05")


def test_minutes_left_turn_into_hours():
    now = at(DAY, time(10))
    with translation.override("en"):
        assert dates.minutes_left(now, now + timedelta(minutes=40)) == "40 more minutes"
        assert dates.minutes_left(now, now + timedelta(seconds=10)) == "1 more minute"
        assert dates.minutes_left(now, now + timedelta(minutes=125)) == "2 more hours"


def test_wall_clock_has_the_offset_of_its_own_day():
    assert at(date(2027, 3, 27), time(9)).utcoffset() == timedelta(hours=1)
    assert at(date(2027, 3, 28), time(9)).utcoffset() == timedelta(hours=2)
