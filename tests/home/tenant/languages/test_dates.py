"""Days and times as people say them."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import translation

from home.tenant.languages import dates
from home.tenant.languages.dates import AMSTERDAM, at

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("nl", "dinsdag 24 november"),
        ("en", "Tuesday, 24 November"),
        ("pl", "wtorek, 24 listopada"),
        ("bg", "вторник, 24 ноември"),
        ("tr", "24 Kasım Salı"),
        ("uk", "вівторок, 24 листопада"),
        ("ar", "الثلاثاء، 24 نوفمبر"),
        ("es", "martes, 24 de noviembre"),
        ("pap", "dinsdag 24 november"),
    ],
)
def test_a_day_has_no_year_and_the_languages_own_form(code, expected):
    assert dates.day_label(DAY, code).replace("٢٤", "24") == expected


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
