"""What is due, for whom: one registry that first pages read. Each feature adds a provider, which takes one query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

# A person who visits the intranet, as ``netwerk.door.intranet.visits`` makes it.
Visitor = Any


@dataclass(frozen=True, slots=True)
class DueThing:
    """Something that somebody should do.

    Args:
        title: what, in the words of who does it.
        due: the day or moment by which; nothing when it is due now.
        address: where it is done.
        owner: whose it is: a name, or a role.
        count: how many of the same stand behind it.

    """

    title: str
    due: date | datetime | None
    address: str
    owner: str = ""
    count: int = 1

    @property
    def day(self) -> date | None:
        """The day by which it is due, in the library's time."""
        return timezone.localdate(self.due) if isinstance(self.due, datetime) else self.due

    @property
    def is_late(self) -> bool:
        """Whether its time is over."""
        if isinstance(self.due, datetime):
            return self.due < timezone.now()
        return self.due is not None and self.due < timezone.localdate()

    @property
    def order(self) -> datetime:
        """What comes first: the earliest moment; what is due now stands with today."""
        if isinstance(self.due, datetime):
            return self.due
        return timezone.make_aware(datetime.combine(self.due or timezone.localdate(), time.min))


Provider = Callable[[Visitor], Iterable[DueThing]]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Declare a provider under the name of its feature.

    Raises ``ValueError`` when another provider has this name.
    """
    if _providers.setdefault(name, provider) is not provider:
        raise ValueError(f"There are two providers of due things with the name {name}.")


def due_for(visitor: Visitor) -> list[DueThing]:
    """Everything that is due for who visits, most urgent first."""
    found = [thing for _name, provider in sorted(_providers.items()) for thing in provider(visitor)]
    return sorted(found, key=lambda thing: (thing.order, thing.title))
