"""The programme in the menu of the admin."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from plein.programme.models import Change, Series
from plein.programme.services import restore_session
from plein.programme.viewsets import ProgrammeViewSetGroup, said_back

register_snippet(ProgrammeViewSetGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_what_was_planned(request: HttpRequest, row: Any) -> None:
    if not isinstance(row, Series):
        return
    said = said_back(row)
    messages.info(request, said["sentence"])
    for clash in said["clashes"]:
        names = {"room": clash["room"], "other": clash["other"]} | clash["line"]
        messages.warning(request, _("Mind: on %(day)s, %(time)s, %(room)s is taken by %(other)s.") % names)


@hooks.register("after_delete_snippet")
def tell_calendars(request: HttpRequest, rows: Iterable[Any]) -> None:
    for row in rows:
        if isinstance(row, Change):
            restore_session(series=row.series, original_date=row.original_date, original_time=row.original_time)
