"""What follows when a plein opens on other days than before; higher features add it."""

from typing import Protocol

from home.tenant.extending.registry import Registry


class OpenDaysFollower(Protocol):
    """Takes note that a plein opens on other days than before."""

    def __call__(self, *, plein_id: int) -> None:
        """``plein_id``: the source page of the plein."""


open_days_followers: Registry[OpenDaysFollower] = Registry("what follows the days on which a plein is open")
