"""Answering the mails of the roster by a personal link: without signing in, one question and nothing else."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from home.personal_links.choices import LinkState
from home.personal_links.models import PersonalLink
from home.personal_links.registry import Act, Words, standard_words
from home.personal_links.views import GONE, by_link, say, show
from netwerk.floor.roster import services
from netwerk.floor.roster.choices import STAND_IN, SWAP, UNSOLVED, Answer
from netwerk.floor.roster.models import StandInRequest, Swap
from netwerk.floor.roster.presenters import moment_label

CONFLICT = 409


def _question_of(link: PersonalLink) -> StandInRequest | None:
    rows = StandInRequest.objects.select_related("gap__worker", "gap__series__offer", "gap__stand_in", "asked")
    return rows.filter(uuid=link.subject, asked__library=link.library_id).first()


def _swap_of(link: PersonalLink) -> Swap | None:
    rows = Swap.objects.select_related("giver", "taker", "series__offer", "other_series__offer")
    return rows.filter(uuid=link.subject, taker__library=link.library_id).first()


def _stood_in(row: StandInRequest) -> Words:
    moment = moment_label(row.gap.series, row.gap.day, get_language() or "")
    return _("You stand in. It is on your roster."), moment


def _question_words(link: PersonalLink) -> Words:
    """What became of a question to stand in."""
    row = _question_of(link) if link.state == LinkState.DONE else None
    if row is not None and row.answer == Answer.ACCEPTED and row.gap.stand_in_id == row.asked_id:
        return _stood_in(row)
    if row is not None and row.answer == Answer.DECLINED:
        return _("You said no. We ask somebody else."), ""
    return standard_words(link)


def _swap_words(link: PersonalLink) -> Words:
    """What became of a proposal to swap."""
    row = _swap_of(link) if link.state == LinkState.DONE else None
    if row is not None and row.answer == Answer.ACCEPTED:
        return _("You swapped. Visitors see it at once."), ""
    if row is not None:
        return _("The swap is off. Nothing changes."), ""
    return standard_words(link)


ACTS = (
    Act(STAND_IN, "roster_answers:question", _question_words),
    Act(SWAP, "roster_answers:swap", _swap_words),
)


def _answered(
    request: HttpRequest, link: PersonalLink, yes: Callable[[], object], no: Callable[[], object]
) -> HttpResponse | None:
    """Do what the pressed button says; nothing is answered when none was pressed."""
    pressed = request.POST.get("answer") if request.method == "POST" else None
    if pressed not in {"yes", "no"}:
        return None
    try:
        (yes if pressed == "yes" else no)()
    except ValidationError as error:
        return say(request, link.library, (" ".join(error.messages), ""), CONFLICT)
    link.refresh_from_db()
    said = _question_words(link) if link.act == STAND_IN else _swap_words(link)
    return say(request, link.library, said, 200)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(STAND_IN)
def question(request: HttpRequest, link: PersonalLink, token: str) -> HttpResponse:
    """Somebody asks me to stand in: yes or no."""
    row = _question_of(link)
    if row is None:
        raise Http404
    if row.answer != Answer.WAITING or row.gap.state not in UNSOLVED:
        words = (_("This is no longer needed. Thank you all the same."), "")
        return say(request, link.library, words, GONE)
    done = _answered(request, link, lambda: services.accept(request=row), lambda: services.decline(request=row))
    context = {
        "name": row.asked.name,
        "title": _("Can you stand in?"),
        "sentence": _("%(name)s cannot come.") % {"name": row.gap.worker.name},
        "moments": [moment_label(row.gap.series, row.gap.day, get_language() or link.language)],
        "yes": _("Yes, I stand in"),
        "own_url": request.path,
    }
    return done or show(request, link.library, "netwerk/floor/roster/answer_by_link.html", **context)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(SWAP)
def swap(request: HttpRequest, link: PersonalLink, token: str) -> HttpResponse:
    """A colleague proposes to exchange a session each: yes or no."""
    row = _swap_of(link)
    if row is None:
        raise Http404
    if row.answer != Answer.WAITING:
        return say(request, link.library, (_("This swap was answered already."), ""), GONE)
    done = _answered(request, link, lambda: services.accept_swap(swap=row), lambda: services.decline_swap(swap=row))
    code = get_language() or link.language
    context = {
        "name": row.taker.name,
        "title": _("Do you want to swap?"),
        "sentence": "",
        "moments": [
            _("You do: %(moment)s") % {"moment": moment_label(row.series, row.day, code)},
            _("%(name)s does: %(moment)s")
            % {"name": row.giver.name, "moment": moment_label(row.other_series, row.other_day, code)},
        ],
        "yes": _("Yes, we swap"),
        "own_url": request.path,
    }
    return done or show(request, link.library, "netwerk/floor/roster/answer_by_link.html", **context)
