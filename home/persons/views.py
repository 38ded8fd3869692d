"""The screen of the library administrator: what is held of somebody, a copy of it, and its end."""

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from home.persons import registry, selectors, services
from home.persons.forms import FindForm
from home.persons.presenters import export, held, kept_label
from home.persons.selectors import Found
from home.tenant.gate.permissions import for_roles, own_library
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library


def _frame(request: HttpRequest, library: Library, **more: Any) -> dict[str, Any]:
    return {
        "library": library,
        "libraries": request.own_libraries,  # type: ignore[attr-defined]
        "page_title": _("Personal data"),
        "page_subtitle": library.name,
        "header_icon": "user",
        "own_url": f"{reverse('persons:find')}?library={library.pk}",
    } | more


@never_cache
@require_http_methods(["GET", "POST"])
@for_roles(Role.LIBRARY_ADMINISTRATOR)
def find(request: HttpRequest) -> HttpResponse:
    """What this library holds of somebody; and of everybody: why, how long, and when the old was last removed."""
    library = own_library(request)
    action = request.POST.get("action")
    if action in ACTIONS:
        rows = selectors.chosen(library, request.POST.getlist("rows"))
        if rows is None:
            raise Http404
        if rows:
            return ACTIONS[action](request, library, rows)
        messages.warning(request, _("Tick what you want to have or to erase."))
    form = FindForm(request.POST or None)
    found = selectors.find(library, form.cleaned_data["words"]) if form.is_valid() else None
    run = selectors.last_run()
    context = _frame(
        request,
        library,
        form=form,
        found=None if found is None else [held(one) for one in found],
        kinds=_kinds(library, run),
        last_run=run,
        is_late=selectors.is_late(run, timezone.now()),
    )
    return render(request, "home/persons/find.html", context)


def _kinds(library: Library, run: Any) -> list[dict[str, Any]]:
    """Each kind of personal data that this library holds, and what the last round did with it."""
    ended = run.ended_at(library) if run else {}
    failed = run.failed_at(library) if run else {}
    return [
        {
            "title": one.model._meta.verbose_name_plural,  # noqa: SLF001 - Django's documented meta API
            "purpose": one.declaration.purpose,
            "ground": one.declaration.ground,
            "kept": kept_label(one.declaration.retention.days),
            "count": selectors.held_at(one, library).count(),
            "ended": ended.get(one.label, 0),
            "failed": failed.get(one.label, 0),
        }
        for one in registry.all_holdings()
    ]


def _as_data(request: HttpRequest, library: Library, rows: list[Found]) -> HttpResponse:
    """A file that another computer can read."""
    text = json.dumps(export(library, rows), ensure_ascii=False, indent=2)
    return _file(text, "application/json", "json")


def _as_text(request: HttpRequest, library: Library, rows: list[Found]) -> HttpResponse:
    """A file that a person can read and print."""
    context = {"library": library, "rows": [held(one) for one in rows], "today": timezone.localdate()}
    return _file(render_to_string("home/persons/copy.html", context), "text/html; charset=utf-8", "html")


def _file(text: str, content_type: str, suffix: str) -> HttpResponse:
    response = HttpResponse(text, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{_("personal-data")}.{suffix}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _ask(request: HttpRequest, library: Library, rows: list[Found]) -> HttpResponse:
    """Show once more what goes, before it goes."""
    context = _frame(
        request, library, rows=[held(one) for one in rows], page_title=_("Erase for good?"), header_icon="bin"
    )
    return render(request, "home/persons/erase.html", context)


def _erase(request: HttpRequest, library: Library, rows: list[Found]) -> HttpResponse:
    try:
        count = services.erase(library=library, rows=rows)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return _ask(request, library, rows)
    said = ngettext("%(count)d row was erased.", "%(count)d rows were erased.", count) % {"count": count}
    messages.success(request, said)
    return redirect(f"{reverse('persons:find')}?library={library.pk}")


ACTIONS = {"data": _as_data, "text": _as_text, "ask": _ask, "erase": _erase}
