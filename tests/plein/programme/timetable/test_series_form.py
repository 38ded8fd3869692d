"""The form of a series: it says back what was entered, warns of what is in the way, and refuses with a sentence."""

from datetime import date, time, timedelta
from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from plein.offer.places.choices import Reason
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.services import add_session, cancel_session, save_series
from tests.factories.world import World, a_day

pytestmark = pytest.mark.django_db
SERIES, CHANGE = "wagtailsnippets_plein_series", "wagtailsnippets_plein_change"
NEXT_TUESDAY = a_day(1) + timedelta(weeks=1)
# The session, the user with her roles, the offer, plein and room that were chosen, and the programme around.
SAID_BACK_QUERIES = 35


def filled_in(world: World, **fields: Any) -> dict[str, Any]:
    """The form as an editor fills it in, for every Tuesday afternoon."""
    data = {
        "offer": world.offer.pk,
        "plein": world.plein.pk,
        "room": world.room.pk,
        "frequency": "weekly",
        "interval": 1,
        "month_week": 1,
        "starts_on": NEXT_TUESDAY.isoformat(),
        "start_time": "10:00",
        "end_time": "11:00",
        "also_at": "",
        "ends_on": "",
        "count": "",
        "on_closed_day": "on",
    }
    return {name: str(value) for name, value in (data | fields).items()}


def said(response: Any) -> list[str]:
    """The lines that the form says back."""
    lines = unescape(strip_tags(response.content.decode())).splitlines()
    return [line.strip() for line in lines if line.strip()]


def errors(response: Any, form: str = "form") -> dict[str, list[str]]:
    return dict(response.context[form].errors)


def test_the_form_says_back_a_sentence_and_the_next_five_sessions(world, editor):
    response = editor.get(reverse(f"{SERIES}:said_back"), filled_in(world, count=7, also_at="19.00 - 20.00"))
    lines = said(response)
    assert lines[0] == "Elke dinsdag, 10.00 – 11.00 en 19.00 – 20.00, 7 keer"
    assert [line.split(", ")[1] for line in lines[2:7]] == [
        "10.00 tot 11.00 uur",
        "19.00 tot 20.00 uur",
        "10.00 tot 11.00 uur",
        "19.00 tot 20.00 uur",
        "10.00 tot 11.00 uur",
    ]
    assert Series.objects.filter(offer=world.offer).count() == 1


def test_a_room_that_is_taken_is_warned_about_and_can_be_saved_all_the_same(world, editor):
    data = filled_in(world, start_time="14:00", end_time="16:00", count=1)
    warning = f"{world.room.name} al bezet door {world.offer.title}."
    assert said(editor.get(reverse(f"{SERIES}:said_back"), data))[-1].endswith(warning)
    answer = editor.post(reverse(f"{SERIES}:add"), data, follow=True)
    messages = [str(message) for message in answer.context["messages"]]
    assert [message.endswith(warning) for message in messages] == [False, False, True]
    assert Series.objects.filter(offer=world.offer).count() == 2


def test_the_same_time_in_no_room_is_in_nobodys_way(world, editor):
    data = filled_in(world, start_time="14:00", end_time="16:00", count=1, room="")
    assert "al bezet" not in " ".join(said(editor.get(reverse(f"{SERIES}:said_back"), data)))


def test_an_unfinished_form_asks_for_what_is_missing(world, editor):
    lines = said(editor.get(reverse(f"{SERIES}:said_back"), {"offer": world.offer.pk}))
    assert lines == ["Vul het aanbod, het plein, de eerste dag en de tijden in. Dan leest u hier wanneer het is."]


def test_the_neighbours_offer_cannot_be_asked_about(world, neighbour, editor):
    data = filled_in(world, offer=neighbour.offer.pk)
    assert editor.get(reverse(f"{SERIES}:said_back"), data).status_code == 404
    known = filled_in(world) | {"pk": str(neighbour.series.pk)}
    assert neighbour.offer.title not in editor.get(reverse(f"{SERIES}:said_back"), known).content.decode()


def test_what_is_said_back_costs_the_same_whatever_stands_on_the_programme(world, editor, django_assert_num_queries):
    address = reverse(f"{SERIES}:said_back")
    editor.get(address, filled_in(world))
    with django_assert_num_queries(SAID_BACK_QUERIES):
        editor.get(address, filled_in(world))
    for hour in range(8, 20):
        save_series(
            offer=world.offer,
            plein=world.plein,
            room=world.room,
            starts_on=NEXT_TUESDAY,
            start_time=time(hour),
            end_time=time(hour, 30),
        )
    with django_assert_num_queries(SAID_BACK_QUERIES):
        editor.get(address, filled_in(world))


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"end_time": "09:00"}, "end_time", "Het einde ligt voor het begin."),
        ({"ends_on": "2020-01-01"}, "ends_on", "De laatste dag ligt voor de eerste dag."),
        (
            {"count": "10000"},
            "count",
            "Geef een aantal keer van 1 tot en met 400. Gaat het langer door? Laat dit dan leeg.",
        ),
        (
            {"count": "5", "ends_on": "2090-01-01"},
            "count",
            "Geef een laatste dag of een aantal keer, niet allebei.",
        ),
        ({"interval": "53"}, "interval", "Geef een getal van 1 tot en met 52."),
        ({"starts_on": "9999-12-31"}, "starts_on", "Geef een jaar van 2000 tot en met 2099."),
        ({"also_at": "half drie"}, "also_at", "‘half drie’ is geen tijd. Schrijf het zo: 14.00 - 16.00."),
        ({"also_at": "10.30 - 12.00"}, "also_at", "Twee van de tijden overlappen elkaar."),
        (
            {"starts_on": "2027-03-21", "start_time": "02:30", "end_time": "04:00"},
            "start_time",
            "Op 28 maart 2027 bestaat 02:30 uur niet: die nacht gaat de zomertijd in. Kies een andere tijd.",
        ),
    ],
    ids=[
        "end-before-start",
        "last-before-first",
        "10000",
        "both-ends",
        "interval",
        "year",
        "words",
        "overlap",
        "night",
    ],
)
def test_an_impossible_series_is_refused_and_nothing_typed_is_lost(world, editor, wrong, field, sentence):
    data = filled_in(world, **wrong)
    response = editor.post(reverse(f"{SERIES}:add"), data)
    assert errors(response) == {field: [sentence]}
    assert {name: response.context["form"][name].value() for name in wrong} == wrong
    assert Series.objects.filter(offer=world.offer).count() == 1
    assert sentence in said(editor.get(reverse(f"{SERIES}:said_back"), data))


def change(world: World, **fields: Any) -> dict[str, Any]:
    return {"series": world.series.pk, "original_date": NEXT_TUESDAY.isoformat(), "reason": "other"} | fields


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"kind": "moved", "new_start": "16:00"}, "new_end", "Het einde ligt voor het begin."),
        ({"kind": "replaced"}, "new_partner", "Kies de partner die het doet."),
        (
            {"kind": "extra", "original_time": "19:00"},
            "new_end",
            "Geef de tijd tot wanneer de extra bijeenkomst duurt.",
        ),
        (
            {"kind": "extra", "original_time": "13:00", "new_end": "14:00"},
            "original_time",
            "Op die tijd is er al een bijeenkomst. Kies een andere tijd.",
        ),
        (
            {"kind": "cancelled", "original_time": "09:15"},
            "original_time",
            "Op die tijd is er geen bijeenkomst van deze reeks. Die dag begint het om 13.00 uur.",
        ),
        (
            {"kind": "moved", "new_date": "2027-03-28", "new_start": "02:30", "new_end": "05:00"},
            "new_start",
            "Op 28 maart 2027 bestaat 02:30 uur niet: die nacht gaat de zomertijd in. Kies een andere tijd.",
        ),
    ],
    ids=["end", "no-partner", "no-end", "taken", "no-such-time", "night"],
)
def test_an_impossible_change_is_refused_with_its_sentence(world, editor, wrong, field, sentence):
    response = editor.post(reverse(f"{CHANGE}:add"), change(world, **wrong))
    assert errors(response) == {field: [sentence]}
    assert Change.objects.filter(series=world.series).count() == 0


def test_an_extra_session_is_added_and_cancelled_in_the_admin(world, editor):
    extra = change(world, kind="extra", original_time="19:00", new_end="20:00")
    assert editor.post(reverse(f"{CHANGE}:add"), extra).status_code == 302
    row = Change.objects.get(series=world.series)
    edited = {"kind": "cancelled", "reason": "illness"}
    assert editor.post(reverse(f"{CHANGE}:edit", args=[row.pk]), edited).status_code == 302
    row.refresh_from_db()
    assert (row.kind, row.original_time, row.new_end) == ("cancelled", time(19), time(20))


def test_an_extra_session_is_not_moved_but_thrown_away_and_added_anew(world, editor):
    add_session(series=world.series, day=NEXT_TUESDAY, start=time(19), end=time(20), reason=Reason.OTHER)
    row = Change.objects.get(series=world.series)
    response = editor.post(
        reverse(f"{CHANGE}:edit", args=[row.pk]), {"kind": "moved", "reason": "other", "new_start": "18:00"}
    )
    sentence = "Een extra bijeenkomst kan vervallen, of u gooit haar weg en voegt haar op een andere tijd toe."
    assert errors(response)["kind"] == [sentence]


def test_a_change_that_is_thrown_away_leaves_the_other_of_that_day(world, editor):
    add_session(series=world.series, day=NEXT_TUESDAY, start=time(19), end=time(20), reason=Reason.OTHER)
    cancelled = cancel_session(series=world.series, original_date=NEXT_TUESDAY, reason=Reason.ILLNESS)
    before = Series.objects.get(pk=world.series.pk).revision
    assert editor.post(reverse(f"{CHANGE}:delete", args=[cancelled.pk])).status_code == 302
    assert [row.original_time for row in Change.objects.filter(series=world.series)] == [time(19)]
    assert Series.objects.get(pk=world.series.pk).revision > before


def test_the_list_says_when_in_a_sentence(world, editor):
    Series.objects.filter(pk=world.series.pk).update(starts_on=date(2026, 9, 1))
    response = editor.get(reverse(f"{SERIES}:list"))
    assert "Elke dinsdag, 13.00 – 15.00" in response.content.decode()
