"""What a library has from its first day."""

from typing import Protocol

from home.tenant.extending.registry import Registry
from home.tenant.libraries.models import Library


class Make(Protocol):
    """Makes something for a new library, in the transaction in which the library is made."""

    def __call__(self, *, library: Library) -> None: ...


first_day = Registry[Make]("what a new library starts with")
