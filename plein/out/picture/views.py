"""The talking picture, and the code that takes a choice along on another telephone."""

from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.site.pages.reading import Reading
from home.site.pages.selectors import frame, reading_of_view
from plein.out.picture.presenters import (
    address_of,
    domain_tile,
    domain_tiles,
    fitting,
    goal_tile,
    goal_tiles,
    manner_tiles,
)
from plein.out.picture.selectors import Chosen, chosen_in


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The picture, the choices of a domain, or what fits a choice; all of it stands in the address and nowhere else."""
    reading = reading_of_view(request)
    chosen = chosen_in(reading.library, request.GET)
    context = frame(reading, rest="praatplaat/") | _steps(reading, chosen)
    for item in context["switcher"] if chosen.query else ():
        # Who changes the language keeps the choice.
        item["url"] = address_of(reading, chosen.query).replace(f"/{reading.code}/", f"/{item['code']}/", 1)
    context["share_url"] = request.build_absolute_uri(address_of(reading, chosen.query))
    response = render(request, "plein/out/picture/picture.html", context)
    if chosen.query:
        # The address tells what somebody wants to learn about money or health: no cache on the way keeps it.
        response["Cache-Control"] = "private, no-store"
    return response


def _steps(reading: Reading, chosen: Chosen) -> dict[str, Any]:
    """What is shown depends on how far somebody came."""
    if chosen.domain is None:
        return {"title": _("What is it about?"), "domains": domain_tiles(reading)}
    domain = domain_tile(reading, chosen.domain)
    steps = {"domain": domain, "start_url": address_of(reading, {})}
    if not chosen.has_goal:
        return steps | {"title": domain.word.text, "subject": domain.word, "goals": goal_tiles(reading, chosen)}
    goal, manners = goal_tile(reading, chosen, chosen.goal), manner_tiles(reading, chosen)
    return steps | {
        "title": f"{domain.word.text}: {goal.word.text}",
        "subject": goal.word,
        "goal": goal,
        "manners": manners,
        "manner": next((tile for tile in manners if tile.is_chosen), None),
        "fitting": fitting(reading, chosen),
        "qr_url": address_of(reading, chosen.query).replace("/praatplaat/", "/praatplaat/qr.svg", 1),
    }


@require_safe
def qr(request: HttpRequest) -> HttpResponse:
    """A drawing of black on white that leads a telephone to the same choice."""
    import segno  # noqa: PLC0415 - only drawings need it

    reading = reading_of_view(request)
    chosen = chosen_in(reading.library, request.GET)
    drawing = BytesIO()
    code = segno.make(request.build_absolute_uri(address_of(reading, chosen.query)), error="m", micro=False)
    code.save(drawing, kind="svg", scale=4, light="#fff", xmldecl=False, nl=False)
    response = HttpResponse(drawing.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = "private, no-store"
    return response
