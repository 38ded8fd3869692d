"""How a higher feature hands something down: in order, once, and one provider where there can be only one."""

import pytest

from home.tenant.extending.registry import Registry, Slot


def test_a_registry_keeps_the_order_and_holds_a_thing_once():
    names = Registry[str]("names")
    names.add("home", "plein")
    names.add("home")
    names.add("netwerk")
    assert list(names) == ["home", "plein", "netwerk"]


def test_a_slot_that_nobody_filled_says_what_is_missing():
    with pytest.raises(LookupError, match="the moments of an offer"):
        Slot[str]("the moments of an offer").given  # noqa: B018 - reading it is the point


def test_a_slot_takes_one_provider_as_often_as_it_likes_and_no_second_one():
    slot = Slot[str]("moments")
    slot.provide("timetable")
    slot.provide("timetable")
    with pytest.raises(ValueError, match="two providers of moments"):
        slot.provide("another")
    assert slot.given == "timetable"
