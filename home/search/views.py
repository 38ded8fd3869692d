"""The search page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.libraries.selectors import language_codes, library_for_request
from home.pages.cards import PageCard
from home.pages.registry import search_suggestions
from home.pages.selectors import Reading, frame
from home.search.selectors import LONGEST_QUERY, cards, find


def search(request: HttpRequest) -> HttpResponse:
    """Show what was found in the reader's language, then what is there in the main language only."""
    library = library_for_request(request)
    code = request.LANGUAGE_CODE
    codes = language_codes(library) if library else []
    if library is None or code not in codes:
        raise Http404
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    home = library.site.root_page
    reading = Reading(request, library, code, home, home, codes)
    own = find(library, code, query)
    seen = {page.translation_key for page in own}
    dutch = [] if code == library.main_language else find(library, library.main_language, query)
    dutch = [page for page in dutch if page.translation_key not in seen]
    count = len(own) + len(dutch)
    context = frame(reading, rest="zoeken/")
    context |= {
        "title": _("Search"),
        "query": query,
        "results": cards(own, reader=code, words_in=code),
        "dutch_results": cards(dutch, reader=code, words_in=library.main_language),
        "count": count,
        "count_label": ngettext("%(count)d result for “%(query)s”", "%(count)d results for “%(query)s”", count)
        % {"count": count, "query": query},
        "suggestions": [] if count else suggestions(reading),
    }
    return render(request, "home/search/results.html", context)


def suggestions(reading: Reading) -> list[PageCard]:
    """Pages that help on when nothing was found; higher areas give them."""
    found: list[PageCard] = []
    for _receiver, given in search_suggestions.send(sender=Reading, reading=reading):
        found.extend(given)
    return found
