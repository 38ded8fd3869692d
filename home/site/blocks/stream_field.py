"""A StreamField that keeps its blocks out of the migrations."""

from typing import Any

from wagtail.fields import StreamField


class PortalStreamField(StreamField):
    """A stream of blocks that migrations know only as a column.

    The cost: a data migration that must walk the blocks has to import them from the code of that day.
    """

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        # Without blocks (in a migration) Wagtail still wants a list.
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        kwargs.pop("block_types", None)
        return name, path, [[]], kwargs
