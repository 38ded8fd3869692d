"""A recurrence rule as days, and as the sentence that an editor reads."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from home.tenant.libraries.countries import public_holidays
from plein.programme.timetable.choices import Frequency, MonthWeek
from plein.programme.timetable.recurrence import Rule, exists, missing_time, sentence
from plein.programme.timetable.times import TimesFormField

TUESDAY = date(2027, 3, 2)
AFTERNOON = [(time(13), time(15))]


def days(rule: Rule, first: date = date(2027, 1, 1), last: date = date(2027, 12, 31)) -> list[str]:
    return [f"{day:%d-%m}" for day in rule.days(first, last)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(Rule(Frequency.WEEKLY, TUESDAY, count=3), ["02-03", "09-03", "16-03"], id="three-times"),
        pytest.param(
            Rule(Frequency.WEEKLY, TUESDAY, interval=3, ends_on=date(2027, 4, 13)),
            ["02-03", "23-03", "13-04"],
            id="until",
        ),
        pytest.param(Rule(Frequency.ONCE, TUESDAY), ["02-03"], id="once"),
        pytest.param(Rule(Frequency.LOOSE, TUESDAY), [], id="loose"),
        pytest.param(Rule(Frequency.MONTHLY, TUESDAY, count=3), ["02-03", "06-04", "04-05"], id="first-of-the-month"),
        pytest.param(
            Rule(Frequency.MONTHLY, date(2027, 3, 3), month_week=MonthWeek.FIRST, count=2),
            ["03-03", "07-04"],
            id="the-first-day-is-the-first-wednesday",
        ),
        pytest.param(
            Rule(Frequency.MONTHLY, date(2027, 3, 9), count=2), ["06-04", "04-05"], id="past-this-month-begins-next"
        ),
        pytest.param(
            Rule(Frequency.MONTHLY, TUESDAY, month_week=MonthWeek.LAST, interval=2, count=3),
            ["30-03", "25-05", "27-07"],
            id="last-of-every-second-month",
        ),
        pytest.param(
            Rule(Frequency.MONTHLY, date(2027, 12, 7), month_week=MonthWeek.FOURTH), ["28-12"], id="over-new-year"
        ),
    ],
)
def test_a_rule_gives_its_days(rule, expected):
    assert days(rule) == expected
    assert rule.last_day is None or f"{rule.last_day:%d-%m}" == expected[-1]


def test_a_part_of_the_days_is_the_same_as_all_of_them_cut():
    rule = Rule(Frequency.MONTHLY, TUESDAY, month_week=MonthWeek.THIRD, interval=5)
    every = list(rule.days(date(2027, 1, 1), date(2040, 12, 31)))
    assert list(rule.days(date(2031, 5, 1), date(2035, 5, 1))) == [
        day for day in every if date(2031, 5, 1) <= day <= date(2035, 5, 1)
    ]


@pytest.mark.parametrize(
    ("rule", "times", "expected"),
    [
        (Rule(Frequency.WEEKLY, TUESDAY), AFTERNOON, "Elke dinsdag, 13.00 – 15.00"),
        (
            Rule(Frequency.WEEKLY, TUESDAY, interval=2, ends_on=date(2027, 6, 27)),
            AFTERNOON,
            "Elke tweede dinsdag, 13.00 – 15.00, t/m 27 juni 2027",
        ),
        (
            Rule(Frequency.WEEKLY, TUESDAY, interval=3, count=10),
            [*AFTERNOON, (time(19), time(20, 30))],
            "Elke 3 weken op dinsdag, 13.00 – 15.00 en 19.00 – 20.30, 10 keer",
        ),
        (Rule(Frequency.WEEKLY, TUESDAY, count=1), AFTERNOON, "Elke dinsdag, 13.00 – 15.00, 1 keer"),
        (Rule(Frequency.MONTHLY, TUESDAY), AFTERNOON, "Elke maand op de eerste dinsdag, 13.00 – 15.00"),
        (
            Rule(Frequency.MONTHLY, TUESDAY, month_week=MonthWeek.LAST, interval=2),
            AFTERNOON,
            "Elke 2 maanden op de laatste dinsdag, 13.00 – 15.00",
        ),
        (Rule(Frequency.ONCE, TUESDAY), AFTERNOON, "Eén keer, op 2 maart 2027, 13.00 – 15.00"),
        (Rule(Frequency.LOOSE, TUESDAY), AFTERNOON, "Op losse dagen, elk apart toegevoegd, 13.00 – 15.00"),
    ],
    ids=["weekly", "second", "third-and-two-times", "one-time", "monthly", "second-month", "once", "loose"],
)
def test_a_rule_is_said_back_in_dutch(rule, times, expected):
    with translation.override("nl"):
        assert sentence(rule, times, "nl") == expected


def test_an_hour_is_missing_on_the_night_that_summer_time_begins():
    sunday = Rule(Frequency.WEEKLY, date(2027, 3, 7))
    assert missing_time(sunday, [(time(2, 30), time(4))], "Europe/Amsterdam") == (date(2027, 3, 28), time(2, 30))
    assert missing_time(sunday, [(time(1, 30), time(4))], "Europe/Amsterdam") is None
    assert exists(date(2027, 10, 31), time(2, 30), "Europe/Amsterdam")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("14.00 - 16.00", [(time(14), time(16))]),
        ("9:30 tot 10:15 uur\n\n 19.00–20.00 ", [(time(9, 30), time(10, 15)), (time(19), time(20))]),
        ("", []),
    ],
)
def test_times_are_read_as_people_write_them(text, pairs):
    field = TimesFormField(required=False)
    assert field.clean(text) == pairs
    assert field.clean(field.prepare_value(pairs)) == pairs


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("half drie", "‘half drie’ is geen tijd. Schrijf het zo: 14.00 - 16.00."),
        ("14.00 - 25.00", "‘14.00 - 25.00’ is geen tijd. Schrijf het zo: 14.00 - 16.00."),
        ("16.00 - 14.00", "‘16.00 - 14.00’: het einde ligt voor het begin."),
    ],
)
def test_a_line_that_is_no_time_is_repeated_in_the_sentence(text, said):
    with translation.override("nl"), pytest.raises(ValidationError) as error:
        TimesFormField(required=False).clean(text)
    assert error.value.messages == [said]


def test_dutch_public_holidays():
    assert sorted(public_holidays(2027, "NL")) == [
        date(2027, 1, 1),
        date(2027, 3, 28),
        date(2027, 3, 29),
        date(2027, 4, 27),
        date(2027, 5, 6),
        date(2027, 5, 16),
        date(2027, 5, 17),
        date(2027, 12, 25),
        date(2027, 12, 26),
    ]
