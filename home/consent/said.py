"""What a form says about the consent of somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from home.consent.choices import Route
from home.tenant.users.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody agrees to, as a colleague filled it in; nothing covered means that she agrees to nothing now.

    ``language``: in which it was asked, the library's main one when empty. ``on``: the day of the answer, today when
    not given. ``until``: the last day on which it holds.
    """

    covers: Sequence[str] = ()
    public_name: str = ""
    language: str = ""
    route: str = Route.SPOKEN
    on: date | None = None
    until: date | None = None
    asked_by: User | None = None
