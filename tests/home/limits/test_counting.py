"""Some attempts are free; then each has to wait longer than the one before, for that place only."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone, translation

from home.limits.models import Attempts
from home.limits.presenters import wait_sentence
from home.limits.registry import Limit, Part, all_limits, declare
from home.limits.services import attempt, forget, forget_over, give_back

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
LIMIT = Limit("test", (Part.ACCOUNT, Part.NETWORK), free=2, window=HOUR, longest_wait=timedelta(minutes=3))
ME = "oksana@test.example"


def asked(remote: str = "203.0.113.9") -> HttpRequest:
    return RequestFactory().post("/", REMOTE_ADDR=remote)


def minutes(account: str = ME, remote: str = "203.0.113.9", limit: Limit = LIMIT) -> int:
    """An attempt: how many minutes to wait, rounded up."""
    return -(-attempt(limit=limit, request=asked(remote), account=account) // timedelta(minutes=1))


def let_pass(time: timedelta) -> None:
    """Put the rows back in time, as if so much of it had passed."""
    for row in Attempts.objects.all():
        row.free_at, row.ends_at = row.free_at - time, row.ends_at - time
        row.save()


def test_wait_begins_after_the_free_ones_and_grows_up_to_the_longest() -> None:
    seen = []
    for _number in range(6):
        seen.append(minutes())
        let_pass(timedelta(minutes=seen[-1]))
    # Two are free, the third comes too soon; after its minute one goes, and the next waits two.
    assert seen == [0, 0, 1, 0, 2, 0]
    assert minutes() == 3
    let_pass(timedelta(minutes=3))
    assert [minutes(), minutes()] == [0, 3]


def test_trying_while_one_waits_makes_it_no_longer() -> None:
    seen = [minutes() for _number in range(8)]
    assert (seen, Attempts.objects.get().count) == ([0, 0, 1, 1, 1, 1, 1, 1], 2)


def test_counting_starts_afresh_after_the_window() -> None:
    assert [minutes(), minutes(), minutes()] == [0, 0, 1]
    let_pass(HOUR)
    assert [minutes(), minutes(), minutes()] == [0, 0, 1]


def test_stranger_elsewhere_makes_nobody_wait() -> None:
    assert [minutes(remote="198.51.100.1") for _number in range(4)] == [0, 0, 1, 1]
    assert [minutes(), minutes(account="ander@test.example", remote="198.51.100.1")] == [0, 0]


def test_neighbours_of_one_long_address_count_together_and_capitals_are_one_account() -> None:
    given = [("2001:db8::1", ME), ("2001:db8::2", ME.upper()), ("2001:db8::3", f" {ME} "), ("2001:db8:0:1::1", ME)]
    assert [minutes(account=account, remote=remote) for remote, account in given] == [0, 0, 1, 0]


def test_one_that_is_free_once_makes_wait_at_the_second() -> None:
    once = Limit("once", (Part.NETWORK,), free=1, window=HOUR)
    seen = [minutes(limit=once), minutes(limit=once)]
    let_pass(HOUR)
    assert [*seen, minutes(limit=once), minutes(limit=once)] == [0, 1, 0, 1]


def test_what_turned_out_well_is_given_back_or_forgotten() -> None:
    minutes()
    minutes()
    give_back(limit=LIMIT, request=asked(), account=ME)
    assert [minutes(), minutes()] == [0, 1]
    forget(limit=LIMIT, request=asked(), account=ME)
    assert [minutes(), minutes(), minutes()] == [0, 0, 1]


def test_table_names_nobody_and_no_network() -> None:
    minutes()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {Attempts._meta.db_table}")
        stored = str(cursor.fetchall())
    assert ("oksana" in stored.lower(), "203.0.113" in stored) == (False, False)


def test_hash_hangs_on_the_key_of_the_installation(settings: Any) -> None:
    minutes()
    settings.SECRET_KEY = "another"
    minutes()
    assert Attempts.objects.values("key").distinct().count() == 2


def test_rows_that_mean_nothing_any_more_go() -> None:
    minutes()
    now = timezone.now()
    Attempts.objects.create(act="waits", key="a", free_at=now + HOUR, ends_at=now - HOUR)
    assert forget_over() == 0
    let_pass(2 * HOUR)
    assert (forget_over(), Attempts.objects.count()) == (2, 0)


def test_attempt_takes_one_statement_once_it_was_counted(django_assert_num_queries: Any) -> None:
    minutes()
    with django_assert_num_queries(1):
        minutes()


def test_limit_by_account_alone_or_with_a_name_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="a stranger could make its owner wait"):
        declare(Limit("alone", (Part.ACCOUNT,), free=1, window=HOUR))
    known = all_limits()[0]
    with pytest.raises(ValueError, match="two limits with the name"):
        declare(Limit(known.name, known.parts, free=known.free + 1, window=known.window))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("nl", "Dit is te vaak geprobeerd. Wacht 2 minuten en probeer het dan opnieuw."),
        ("pl", "Spróbowano tego zbyt często. Proszę odczekać 2 minuty i spróbować ponownie."),
        ("en", "This was tried too often. Wait 2 minutes, and then try again."),
    ],
)
def test_sentence_says_how_long_in_the_language_of_the_reader(code: str, expected: str) -> None:
    with translation.override(code):
        assert wait_sentence(timedelta(seconds=61)) == expected
