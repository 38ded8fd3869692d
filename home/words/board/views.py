"""The screens of the board: pages by language, lists by language, and what changed since a translation."""

import csv
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page

from home.tenant.gate.permissions import for_roles, own_library, scoped
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.choices import ADMIN_ROLES
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes, library_of_page
from home.words.board.choices import EXPLAINED, ICONS, State
from home.words.board.comparison import safe_cell
from home.words.board.forms import BoardFilter
from home.words.board.selectors import Board, board, editable_lists, with_changes
from home.words.tracking.selectors import change_since
from home.words.tracking.services import accept_small_change
from home.words.translation.selectors import source_of

ROWS_ON_A_PAGE = 30
EVERY_STATE = [(state, state.label, ICONS[state], EXPLAINED[state]) for state in State]


def _asked(request: HttpRequest, library: Library) -> tuple[BoardFilter, Board]:
    languages = [(code, get_language(code).dutch_name) for code in language_codes(library)[1:]]
    whole = board(library)
    form = BoardFilter(request.GET, languages=languages, kinds=whole.kinds)
    return form, whole.narrowed(**form.wanted)


def _context(request: HttpRequest, library: Library, tab: str) -> dict[str, Any]:
    return {
        "library": library,
        "libraries": request.own_libraries,
        "tab": tab,
        "page_title": _("Translations"),
        "page_subtitle": library.name,
        "header_icon": "wagtail-localize-language",
    }


@for_roles(*ADMIN_ROLES)
def pages(request: HttpRequest) -> HttpResponse:
    """Every page of the library by language, what residents read most first."""
    library = own_library(request)
    form, found = _asked(request, library)
    query = request.GET.copy()
    query.pop("p", None)
    rows = Paginator(found.rows, ROWS_ON_A_PAGE).get_page(request.GET.get("p"))
    rows.object_list = with_changes(rows.object_list)
    context = _context(request, library, "pages") | {
        "form": form,
        "board": found,
        "rows": rows,
        "is_filtered": bool(form.wanted),
        "states": EVERY_STATE,
        "query": query.urlencode(),
    }
    return render(request, "home/words/board/pages.html", context)


@for_roles(*ADMIN_ROLES)
def export(request: HttpRequest) -> HttpResponse:
    """The same rows as a file for a spreadsheet, all pages of the list."""
    library = own_library(request)
    _form, found = _asked(request, library)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"{library.slug}-{timezone.localdate():%Y-%m-%d}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    # Spreadsheets take a file for UTF-8 by this mark, and a Dutch one cuts at semicolons.
    response.write("\ufeff")
    table = csv.writer(response, delimiter=";")
    table.writerow([safe_cell(text) for text in (_("Page"), _("Kind of page"), _("Times read"), *found.languages)])
    for row in found.rows:
        cells = [cell.state.label for cell in row.cells]
        table.writerow([safe_cell(text) for text in (row.title, row.kind, row.reads, *cells)])
    return response


@for_roles(*ADMIN_ROLES)
def lists(request: HttpRequest) -> HttpResponse:
    """The lists of words that the library keeps per language."""
    library = own_library(request)
    codes = language_codes(library)
    names = {code: get_language(code).dutch_name for code in codes}
    rows = [
        (row, [(names[code], row.entries.get(code)) for code in codes]) for row in editable_lists(library, request.user)
    ]
    context = _context(request, library, "lists") | {
        "rows": rows,
        "languages": names.values(),
    }
    return render(request, "home/words/board/lists.html", context)


def _own_translation(request: HttpRequest, page_id: int) -> tuple[Page, Page]:
    """A translation of an own page, with its source; 404 for another's and for what is no translation."""
    page = get_object_or_404(scoped(request.user, Page.objects.select_related("locale")), pk=page_id)
    library = library_of_page(page)
    source = source_of(page, library) if library else None
    if source is None or source.pk == page.pk:
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return source, page


@for_roles(*ADMIN_ROLES)
def outdated(request: HttpRequest, page_id: int) -> HttpResponse:
    """What changed in the main language since this translation was made."""
    source, page = _own_translation(request, page_id)
    change = change_since(source, page)
    context = {
        "change": change,
        "main_language": get_language(source.locale.language_code),
        "can_publish": page.permissions_for_user(request.user).can_publish(),
        "page_title": _("What changed"),
        "page_subtitle": f"{source.title}: {change.language}",
        "header_icon": "warning",
    }
    return render(request, "home/words/board/outdated.html", context)


@for_roles(*ADMIN_ROLES)
@require_POST
def accept(request: HttpRequest, page_id: int) -> HttpResponse:
    """Note that the change was small and the translation is still right."""
    _source, page = _own_translation(request, page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    accept_small_change(page=page, user=request.user)
    messages.success(request, _("The translation counts as right again. Readers no longer see that it is outdated."))
    return redirect(reverse("coverage:outdated", args=[page.pk]))
