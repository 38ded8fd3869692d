"""What is due for who visits, as the first block of the first page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from home.tenant.languages.dates import day_label
from netwerk.door.intranet.due import DueThing, due_for
from netwerk.door.intranet.first_page import Block, Today


@dataclass(frozen=True, slots=True)
class DueLine:
    """Something to do, as the first page says it."""

    title: str
    address: str
    owner: str
    when: str
    iso: str
    is_late: bool


def due_lines(things: Iterable[DueThing], language: str) -> list[DueLine]:
    """Due things in words."""
    today = timezone.localdate()
    return [
        DueLine(
            title=one.title,
            address=one.address,
            owner=one.owner,
            when=_("today") if one.day in {None, today} else _("by %(day)s") % {"day": day_label(one.day, language)},
            iso=(one.day or today).isoformat(),
            is_late=one.is_late,
        )
        for one in things
    ]


def due_blocks(today: Today) -> list[Block]:
    """What waits for who visits; it stands there too when nothing does."""
    lines = due_lines(due_for(today.visit), today.language)
    return [Block("netwerk/door/intranet/to_do.html", {"due": lines}, order=50)]
