"""Who a mail is from, whatever a library is called, and that no name makes a header of its own."""

from email import policy
from email.parser import BytesParser
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from home.mail.addresses import masked, new_message_id, quoted, reply_address_of, sender_of
from home.mail.kinds import get as get_mail
from home.mail.selectors import standard
from home.mail.services import send_test_mail
from tests.factories.world import World

ADDRESS = "portaal@x.example"


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Bibliotheek Oever", "Bibliotheek Oever"),
        ("Bibliotheek Oever, De Kade", "Bibliotheek Oever, De Kade"),
        ('Bibliotheek "De Vesting"', 'Bibliotheek "De Vesting"'),
        ("Bibliotheek <Oever> (centrum); a@b: c\\d", "Bibliotheek <Oever> (centrum); a@b: c\\d"),
        ("Bibliotheek Súdwest-Fryslân, Snits", "Bibliotheek Súdwest-Fryslân, Snits"),
        ("مكتبة", "مكتبة"),
        ("Oever\r\nBcc: dief@x.example", "Oever Bcc: dief@x.example"),
        ("Oever\x00\u2028\u202e", ["Oever", ""][0]),
        ("", ""),
    ],
    ids=["plain", "comma", "quotes", "brackets", "accents and comma", "arabic", "line break", "unseen", "none"],
)
def test_a_name_is_read_as_it_was_written(name: str, seen: str) -> None:
    message = EmailMessage("x", "x", quoted(name, ADDRESS), ["a@x.example"], reply_to=[quoted(name, ADDRESS)])
    read = BytesParser(policy=policy.default).parsebytes(message.message().as_bytes())
    for header in ("From", "Reply-To"):
        assert [(one.display_name, one.addr_spec) for one in read[header].addresses] == [(seen, ADDRESS)]
    usual = {"Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "Date", "Message-ID"}
    assert sorted(read.keys()) == sorted({*usual, "From", "To", "Reply-To"})


@pytest.mark.parametrize("address", ["", "geen adres", "a@x.example\r\nBcc: b@x.example", "a@x.example, b@x.example"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        quoted("Oever", address)


@pytest.mark.django_db
def test_mail_comes_from_the_installation_unless_a_domain_vouches(world: World, settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Portaal <portaal@x.example>"
    library = world.library
    library.name, library.email = "Oever, De Kade", "info@oever.example"
    found = (sender_of(library), reply_address_of(library))
    library.sender, library.email = "mail@oever.example", ""
    assert (found, sender_of(library), reply_address_of(library)) == (
        ('"Oever, De Kade" <portaal@x.example>', ['"Oever, De Kade" <info@oever.example>']),
        '"Oever, De Kade" <mail@oever.example>',
        [],
    )


@pytest.mark.django_db
def test_a_comma_in_the_name_of_a_library_stops_no_mail(world: World) -> None:
    world.library.name = "Oever, De Kade"
    words = standard(get_mail("staff-invitation"), "nl")
    args = {"library": world.library, "recipient": "a@x.example", "mail": get_mail("staff-invitation")}
    assert send_test_mail(**args, words=words) is True
    assert mail.outbox[0].message()["From"] == '"Oever, De Kade" <portaal@localhost>'


def test_an_identity_is_of_one_mail_and_of_the_installation(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Portaal <portaal@x.example>"
    found = {new_message_id() for _mail in range(3)}
    assert (len(found), {one.rpartition("@")[2] for one in found}) == (3, {"x.example>"})


@pytest.mark.parametrize(
    ("address", "shown"), [("samira@x.example", "s…@x.example"), ("s@x.example", "s…@x.example"), ("", "")]
)
def test_an_address_on_the_screen_says_whose_domain_it_is(address: str, shown: str) -> None:
    assert masked(address) == shown
