"""Somebody cannot come: who is asked, who stands in, what is cancelled, and the way back."""

import re
from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from home.mail.models import OutboxMessage
from home.tenant.libraries.models import Membership
from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.models import Absence, Gap, StandInRequest
from netwerk.floor.roster.selectors import shifts
from netwerk.floor.roster.services import accept, decide, decline, report_absence, undo, undo_all
from plein.offer.places.choices import Reason
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Change
from plein.programme.timetable.services import add_session, change_session
from tests.factories.letters import letter_of
from tests.netwerk.floor.roster.conftest import Crew

Names = Callable[[], list[str]]


def state_of(gap: Gap) -> tuple[str, str]:
    gap.refresh_from_db()
    return gap.state, gap.stand_in.public_name if gap.stand_in else ""


def test_cancelled_for_illness_in_every_language_at_once(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    crew.away(halina, wish=Wish.CANCEL)
    assert "Gaat niet door</strong>: vanwege ziekte" in crew.public("nl")
    assert "Odwołane</strong>: z powodu choroby" in crew.public("pl")
    assert "Halina" not in crew.public("nl")


def test_desk_decides_leaves_the_session_on_without_a_name(crew: Crew, names: Names) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.DESK)
    assert (state_of(gap), names(), Change.objects.exists()) == (("open", ""), [], False)


def test_everybody_of_the_series_or_the_organisation_is_asked(crew: Crew, others: Crew) -> None:
    others.turn(others.worker("Vestige"))
    halina = crew.worker("Halina", partner=crew.world.partner)
    same_series, same_partner = crew.worker("Piet"), crew.worker("Ans", partner=crew.world.partner)
    crew.worker("Vreemd")
    crew.turn(halina, interval=2, first_day=crew.day)
    crew.turn(same_series, interval=2, first_day=crew.day + timedelta(weeks=1))
    gap = crew.away(halina, wish=Wish.ASK)
    assert set(gap.requests.values_list("asked__public_name", flat=True)) == {"Piet", "Ans"}
    mails = OutboxMessage.objects.order_by("recipient")
    assert [mail.recipient for mail in mails] == sorted([same_partner.user.email, same_series.user.email])
    assert {(mail.language, mail.library) for mail in mails} == {("nl", crew.world.library)}


def test_mail_has_the_link_and_not_the_reason(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    text = letter_of(OutboxMessage.objects.get()).text
    assert gap.requests.count() == 1
    assert len(re.findall(r"http://oever\.test/nl/antwoord/invallen/[\w-]{43}/", text)) == 1
    assert "Oever spreekuur" in text
    assert not any(word in text.lower() for word in ("ziek", "illness", "ill."))


def test_who_no_longer_works_here_gets_no_mail(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    Membership.objects.filter(user=piet.user).delete()
    crew.away(halina, wish=Wish.ASK, asked=[piet])
    assert not OutboxMessage.objects.exists()


def test_first_who_says_yes_stands_in_and_the_second_hears_so(crew: Crew, names: Names) -> None:
    halina, piet, ans = (crew.worker(name) for name in ("Halina", "Piet", "Ans"))
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet, ans])
    # Both have the page open: each holds the rows as they were before anybody answered.
    first, second = StandInRequest.objects.select_related("gap", "asked").order_by("pk")
    accept(request=first)
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        accept(request=second)
    assert refused.value.messages == ["Piet Oevernaam was first and stands in. Thank you all the same."]
    assert (state_of(gap), names()) == (("taken_over", "Piet"), ["Piet"])
    assert list(gap.requests.order_by("pk").values_list("answer", flat=True)) == ["accepted", "overtaken"]


def test_saying_yes_twice_is_saying_yes(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    request = crew.away(halina, wish=Wish.ASK, asked=[piet]).requests.get()
    accept(request=request)
    mails = OutboxMessage.objects.count()
    assert accept(request=request).stand_in == piet
    assert OutboxMessage.objects.count() == mails


def test_saying_yes_to_what_was_taken_back_is_refused(crew: Crew, names: Names) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    request = gap.requests.get()
    undo(gap=gap)
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        accept(request=request)
    assert refused.value.messages == ["This is no longer needed. Thank you all the same."]
    assert names() == ["Halina"]


def test_when_everybody_says_no_it_is_open_again(crew: Crew) -> None:
    halina, piet, ans = (crew.worker(name) for name in ("Halina", "Piet", "Ans"))
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet, ans])
    first, second = gap.requests.order_by("pk")
    decline(request=first)
    assert state_of(gap) == ("asked", "")
    decline(request=second)
    assert state_of(gap) == ("open", "")


def test_nobody_to_ask_leaves_it_to_the_desk(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    assert crew.away(halina, wish=Wish.ASK).state == "open"


def test_a_stand_in_can_be_away_too(crew: Crew, names: Names) -> None:
    halina, piet, ans = (crew.worker(name) for name in ("Halina", "Piet", "Ans"))
    crew.turn(halina)
    accept(request=crew.away(halina, wish=Wish.ASK, asked=[piet]).requests.get())
    second = crew.away(piet, wish=Wish.ASK, asked=[ans])
    assert names() == []
    accept(request=second.requests.get())
    assert names() == ["Ans"]
    undo(gap=Gap.objects.get(worker=halina))
    assert (names(), Gap.objects.count(), Absence.objects.count()) == (["Halina"], 0, 0)


def test_can_come_after_all_lets_the_session_take_place_again(crew: Crew, names: Names) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.CANCEL)
    undo_all(absence=gap.absence)
    assert (names(), Change.objects.exists(), Absence.objects.exists()) == (["Halina"], False, False)
    assert "Gaat niet door" not in crew.public()


def test_a_stand_in_lets_a_cancelled_session_take_place_again(crew: Crew, names: Names) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    gap = decide(gap=crew.away(halina, wish=Wish.CANCEL), wish=Wish.ASK, asked=[piet])
    assert not Change.objects.exists()
    accept(request=gap.requests.get())
    assert names() == ["Piet"]


def test_what_an_editor_did_to_the_session_before_comes_back(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    facts = {"new_start": time(14), "new_end": time(16), "new_room": crew.world.room}
    change_session(
        series=crew.series,
        original_date=crew.day,
        kind=ChangeKind.MOVED,
        reason=Reason.MOVED,
        external_key="k",
        **facts,
    )
    before = Change.objects.values().get()
    gap = crew.away(halina, wish=Wish.CANCEL)
    assert Change.objects.get().kind == ChangeKind.CANCELLED
    undo(gap=gap)
    assert Change.objects.values().get() == before


def test_what_an_editor_did_since_stays(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.CANCEL)
    change_session(series=crew.series, original_date=crew.day, kind=ChangeKind.FULL, reason=Reason.FULL)
    undo(gap=gap)
    assert Change.objects.get().kind == ChangeKind.FULL


def test_all_sessions_of_the_day_are_cancelled_and_come_back(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    add_session(series=crew.series, day=crew.day, start=time(16), end=time(17), reason=Reason.OTHER)
    gap = crew.away(halina, wish=Wish.CANCEL)
    assert list(Change.objects.order_by("original_time").values_list("original_time", "kind")) == [
        (time(13), "cancelled"),
        (time(16), "cancelled"),
    ]
    undo(gap=gap)
    (extra,) = Change.objects.all()
    assert (extra.kind, extra.original_time, extra.new_end) == ("extra", time(16), time(17))


def test_being_away_twice_from_one_session_is_refused(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    crew.away(halina)
    with pytest.raises(ValidationError):
        crew.away(halina)
    assert Gap.objects.count() == 1


def test_absence_from_a_session_of_somebody_else_is_refused_whole(crew: Crew, others: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    others.turn(others.worker("Vestige"))
    duties = [(crew.series, crew.day), (others.series, others.day)]
    with pytest.raises(ValidationError):
        report_absence(worker=halina, duties=duties, reason="illness", wish=Wish.CANCEL)
    assert (Absence.objects.count(), Change.objects.count()) == (0, 0)


def test_nothing_chosen_is_refused(crew: Crew) -> None:
    with pytest.raises(ValidationError):
        report_absence(worker=crew.worker("Halina"), duties=[], reason="illness")


def test_colleague_of_the_neighbour_cannot_be_asked(crew: Crew, others: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    with pytest.raises(ValidationError):
        crew.away(halina, wish=Wish.ASK, asked=[others.worker("Vestige")])
    assert not OutboxMessage.objects.exists()


def test_past_sessions_stay_when_the_rest_is_taken_back(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    later = crew.day + timedelta(weeks=1)
    absence = crew.away(halina).absence
    Gap.objects.update(day=timezone.localdate() - timedelta(days=1))
    Gap.objects.create(absence=absence, worker=halina, series=crew.series, day=later)
    undo_all(absence=absence)
    assert Gap.objects.get().day < timezone.localdate()


def test_a_day_that_is_over_stays_as_it_was(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    Gap.objects.update(day=timezone.localdate() - timedelta(days=1))
    for change in (
        lambda: accept(request=gap.requests.get()),
        lambda: decide(gap=gap, wish=Wish.CANCEL),
        lambda: undo(gap=gap),
    ):
        with pytest.raises(ValidationError):
            change()
    assert (state_of(gap), Change.objects.exists()) == (("asked", ""), False)


def test_who_is_on_the_session_already_is_not_asked(crew: Crew) -> None:
    halina, piet, ans = (crew.worker(name) for name in ("Halina", "Piet", "Ans"))
    crew.turn(halina)
    crew.turn(piet)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet, ans])
    assert [row.asked for row in gap.requests.all()] == [ans]


def test_reading_who_is_there_costs_the_same_for_any_number_of_absences(
    crew: Crew, django_assert_num_queries: Any
) -> None:
    library, last = crew.world.library, crew.day + timedelta(weeks=12)
    workers = [crew.worker(f"W{number}", has_account=False) for number in range(6)]
    crew.turn(workers[0])
    crew.away(workers[0])
    with django_assert_num_queries(7):
        shifts(library, crew.day, last)
    for worker in workers[1:]:
        crew.turn(worker)
        duties = [(crew.series, crew.day + timedelta(weeks=week)) for week in range(4)]
        report_absence(worker=worker, duties=duties, reason="holiday")
    with django_assert_num_queries(7):
        shifts(library, crew.day, last)
