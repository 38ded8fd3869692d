"""What is due, for whom: one registry that first pages read. Each feature adds a provider, which takes one query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from home.tenant.extending.registry import Registry
from netwerk.door.intranet.visits import Visit


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


# Each is asked on every visit; who has nothing for this visitor gives nothing.
providers = Registry[Callable[[Visit], Iterable[DueThing]]]("what is due")


def due_for(visit: Visit) -> list[DueThing]:
    """Everything that is due for who visits, most urgent first."""
    found = [thing for provide in providers for thing in provide(visit)]
    return sorted(found, key=lambda thing: (thing.order, thing.title))
