"""What every service that writes a row does the same way."""

from typing import Any, TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def found(model: type[Row], **key: Any) -> Row:
    """The row that has this key, or a new one with it."""
    return model._default_manager.filter(**key).first() or model(**key)  # noqa: SLF001 - Django's documented name


def write(row: Row, **values: Any) -> Row:
    """Give a row its values, judge it as a whole, and save it with its children.

    Raises ``ValidationError`` with a sentence per field; nothing is saved then.
    """
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row
