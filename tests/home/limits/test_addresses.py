"""Who asked, seen from behind the proxies that are ours, whatever the client claims."""

from typing import Any

import pytest
from django.test import RequestFactory

from home.limits.addresses import client_address, network_of

MADE_UP, CLIENT, PROXY, OUTER = "6.6.6.6", "203.0.113.9", "10.0.0.2", "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "expected"),
    [
        (0, CLIENT, "", CLIENT),
        (0, CLIENT, MADE_UP, CLIENT),
        (1, PROXY, CLIENT, CLIENT),
        (1, PROXY, f"{MADE_UP}, {CLIENT}", CLIENT),
        (2, PROXY, f"{MADE_UP}, {CLIENT}, {OUTER}", CLIENT),
        (1, CLIENT, "", CLIENT),
        (2, PROXY, CLIENT, CLIENT),
        (1, PROXY, "nonsense", PROXY),
        (1, PROXY, f"{CLIENT}:4711", CLIENT),
        (1, PROXY, "[2001:db8::1]:4711", "2001:db8::1"),
        (0, "::ffff:203.0.113.9", "", CLIENT),
        (0, "", "", ""),
    ],
    ids=[
        "no proxy",
        "no proxy, a header made up",
        "one proxy",
        "one proxy, a place made up",
        "two proxies, a place made up",
        "past the proxy",
        "past one of two",
        "no address",
        "with a port",
        "sixth version with a port",
        "fourth in the dress of the sixth",
        "unknown",
    ],
)
def test_client_is_the_last_place_that_our_proxies_vouch_for(
    proxies: int, remote: str, forwarded: str, expected: str, settings: Any
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == expected


@pytest.mark.parametrize(
    ("remote", "expected"),
    [("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("", "")],
)
def test_network_is_an_address_or_the_first_half_of_a_long_one(remote: str, expected: str) -> None:
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=remote)) == expected
