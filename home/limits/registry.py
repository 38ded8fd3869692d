"""What is limited: one declaration an act, by the feature that owns it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

MINUTE = timedelta(minutes=1)


class Part(Enum):
    """What is counted by. Never an account alone: then a stranger could make its owner wait."""

    NETWORK = "the network that the request comes from"
    ACCOUNT = "the account that is meant"
    TOKEN = "the personal link"  # noqa: S105 - not one itself


@dataclass(frozen=True, slots=True)
class Limit:
    """How often an act may be done before one has to wait.

    After ``free`` times comes a wait of ``first_wait``, and after each further time one that is twice as long, up to
    ``longest_wait``. Trying while one waits makes it no longer. Counting starts afresh when ``window`` has passed.
    """

    name: str
    parts: tuple[Part, ...]
    free: int
    window: timedelta
    first_wait: timedelta = MINUTE
    longest_wait: timedelta = timedelta(minutes=15)

    @property
    def waits(self) -> list[timedelta]:
        """The wait after the last free time, and after each time since; the last one stays."""
        found = [self.first_wait]
        while found[-1] < self.longest_wait:
            found.append(min(found[-1] * 2, self.longest_wait))
        return found


_limits: dict[str, Limit] = {}


def declare(limit: Limit) -> Limit:
    """Declare a limit.

    Raises ``ValueError`` when another limit has this name, or when it counts by an account alone.
    """
    if limit.parts == (Part.ACCOUNT,):
        raise ValueError(f"The limit {limit.name} counts by account alone: a stranger could make its owner wait.")
    if _limits.setdefault(limit.name, limit) != limit:
        raise ValueError(f"There are two limits with the name {limit.name}.")
    return limit


def all_limits() -> list[Limit]:
    """Every limit that was declared, by name."""
    return [_limits[name] for name in sorted(_limits)]
