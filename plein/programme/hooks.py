"""The programme in the menu of the admin."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from plein.programme.models import Change
from plein.programme.services import restore_session
from plein.programme.viewsets import ProgrammeViewSetGroup

register_snippet(ProgrammeViewSetGroup)


@hooks.register("after_delete_snippet")
def tell_calendars(request: HttpRequest, rows: Iterable[Any]) -> None:
    for row in rows:
        if isinstance(row, Change):
            restore_session(series=row.series, original_date=row.original_date)
