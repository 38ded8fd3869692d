"""Places where higher features hand something down: many in a `Registry`, one in a `Slot`.

Both are filled while the portal starts (`AppConfig.ready`), from the lowest area to the highest, and only read after.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """What several higher features add, in the order in which they did so; the same thing counts once."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._items: list[T] = []

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def add(self, *items: T) -> None:
        """Add what is not there yet."""
        self._items += [item for item in items if item not in self._items]


class Slot(Generic[T]):
    """What exactly one higher feature provides."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._given: T | None = None

    def provide(self, given: T) -> None:
        """Fill the slot; ``ValueError`` when somebody else has done so."""
        if self._given not in {None, given}:
            raise ValueError(f"There are two providers of {self.what}.")
        self._given = given

    @property
    def given(self) -> T:
        """What was provided; ``LookupError`` when nobody did, which is a fault of the installation."""
        if self._given is None:
            raise LookupError(f"Nobody provides {self.what}: is its app installed?")
        return self._given
