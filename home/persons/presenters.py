"""What is held of somebody, in words: for the screen, for a file to read and for a file for a computer."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Field, Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.persons.selectors import Found
from home.tenant.libraries.models import Library

DAYS_OF_YEAR, DAYS_OF_WEEK = 365, 7


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that hang on a row and are about the same person."""

    title: str
    rows: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Held:
    """One row, with why it is kept and until when."""

    key: str
    kind: str
    code: str
    who: str
    purpose: str
    ground: str
    kept: str
    data: dict[str, str]
    parts: list[Part] = field(default_factory=list)


def kept_label(days: int) -> str:
    """How long something is kept, in the largest whole unit."""
    if days % DAYS_OF_YEAR == 0:
        return ngettext("%(count)d year", "%(count)d years", days // DAYS_OF_YEAR) % {"count": days // DAYS_OF_YEAR}
    if days % DAYS_OF_WEEK == 0:
        return ngettext("%(count)d week", "%(count)d weeks", days // DAYS_OF_WEEK) % {"count": days // DAYS_OF_WEEK}
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


def held(found: Found) -> Held:
    """One row as its reader sees it; its parts take a query each."""
    row, declared = found.row, found.holding.declaration
    time = kept_label(declared.retention.days)
    kept = (
        _("until %(day)s") % {"day": f"{found.until:%d-%m-%Y}"}
        if found.until
        else _("as long as it is in use, and then %(time)s") % {"time": time}
    )
    data = _values(row, declared.fields or _columns(row))
    return Held(
        key=found.key,
        kind=_capital(row._meta.verbose_name),  # noqa: SLF001 - Django's documented meta API
        code=_code(row),
        who=_who(found),
        purpose=str(declared.purpose),
        ground=str(declared.ground),
        kept=kept,
        data=data,
        parts=[part for name in (*declared.parts, *found.holding.parts) if (part := _part(row, name)).rows],
    )


def _capital(words: Any) -> str:
    return str(words)[:1].upper() + str(words)[1:]


def _code(row: Model) -> str:
    """The code of a row; an account has its number, as its name is no code."""
    words = str(row)
    is_code = any(letter.isdigit() for letter in words) and "@" not in words
    return words if is_code else f"{row._meta.model_name} {row.pk}"  # noqa: SLF001


def _who(found: Found) -> str:
    """By which name or address it was recognised."""
    values = (_reach(found.row, lookup) for lookup in (*found.holding.names, *found.holding.emails))
    return " · ".join(dict.fromkeys(value for value in values if value))


def _reach(row: Any, lookup: str) -> str:
    for name in lookup.split("__"):
        row = getattr(row, name, None)
    return str(row or "")


def _values(row: Model, names: Iterable[str]) -> dict[str, str]:
    values = {}
    for name in names:
        column = row._meta.get_field(name)  # noqa: SLF001 - Django's documented meta API
        if isinstance(column, Field) and (said := _said(row, column)):
            values[_capital(column.verbose_name)] = said
    return values


def _said(row: Model, column: Field) -> str:
    """A value as a reader says it; nothing stands for nothing."""
    display = getattr(row, f"get_{column.name}_display", None)
    value = display() if display else getattr(row, column.name)
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%d-%m-%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return str(value) if value is not None else ""


def _part(row: Any, name: str) -> Part:
    """The rows under one name, with all of them that is no number of the database."""
    manager = getattr(row, name)
    model = manager.model
    relation = row._meta.get_field(name)  # noqa: SLF001 - Django's documented meta API
    title = _capital(model._meta.verbose_name_plural)  # noqa: SLF001
    rows = (_values(one, _columns(one, but=relation.field.name)) for one in manager.all())
    return Part(title, [values for values in rows if values])


def _columns(row: Model | type[Model], *, but: str = "") -> list[str]:
    """What of a row means something to a reader: no numbers of the database, and no colleague."""
    return [
        one.name
        for one in row._meta.concrete_fields  # noqa: SLF001 - Django's documented meta API
        if not one.primary_key
        and one.name not in {but, "library", "words"}
        and one.related_model is not get_user_model()
        and (one.editable or one.name.endswith(("_at", "_on")))
    ]


def export(library: Library, rows: Iterable[Found]) -> dict[str, Any]:
    """All of these rows, for a file."""
    return {
        "library": library.name,
        "made_on": timezone.localdate().isoformat(),
        "held": [asdict(held(one)) for one in rows],
    }
