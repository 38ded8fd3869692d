"""The search page."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.site.pages.extensions import search_suggestions
from home.site.pages.presenters import PageCard
from home.site.pages.reading import Reading
from home.site.pages.selectors import frame, reading_of_view
from home.site.search.presenters import result_cards
from home.site.search.selectors import LONGEST_QUERY, find
from home.tenant.languages.known import get as get_language


def search(request: HttpRequest) -> HttpResponse:
    """Show what was found in the reader's language, then what is there in the main language only."""
    reading = reading_of_view(request)
    library, code = reading.library, reading.code
    query = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST_QUERY]
    found = find(library, code, query)
    results, dutch_results = result_cards(reading, found)
    count = len(results) + len(dutch_results)
    context = frame(reading, rest="zoeken/")
    context |= {
        "title": _("Search"),
        "query": query,
        "results": results,
        "dutch_results": dutch_results,
        "main_language": get_language(library.main_language),
        "meant": found.meant if count else [],
        "count": count,
        "count_label": ngettext("%(count)d result for “%(query)s”", "%(count)d results for “%(query)s”", count)
        % {"count": count, "query": query},
        "suggestions": [] if count else suggestions(reading),
        "asked": urlencode({"v": query}) if query else "",
    }
    for item in context["switcher"] if query else ():
        item["url"] += f"?{urlencode({'q': query})}"
    response = render(request, "home/site/search/results.html", context)
    # The address holds what somebody looks for, which may be about debts or health: no cache on the way keeps it.
    response["Cache-Control"] = "private, no-store"
    return response


def suggestions(reading: Reading) -> list[PageCard]:
    """Pages that help on when nothing was found; higher areas give them."""
    return [card for cards in search_suggestions for card in cards(reading)]
