"""The page behind a personal link. Whoever has the link may write; nothing else of the library is shown there."""

import math
import re
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home.limits.presenters import typed, wait_sentence
from home.limits.registry import Limit, Part, declare
from home.limits.services import NO_WAIT, attempt
from home.site.pages.reading import Reading
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes, library_for_request
from home.words.volunteers import presenters, services
from home.words.volunteers.choices import JobState
from home.words.volunteers.models import JobPage, TranslationJob
from home.words.volunteers.selectors import draft_of, job_of_link, pages_of

View = Callable[..., HttpResponse]

NOT_THERE, CONFLICT, GONE, TOO_OFTEN = 404, 409, 410, 429
TEN_MINUTES = timedelta(minutes=10)
# Links that open nothing, tried from one network; and saves with one link.
MISSES = declare(Limit("translation-link", (Part.NETWORK,), free=30, window=TEN_MINUTES))
SAVES = declare(Limit("translation-save", (Part.TOKEN,), free=900, window=TEN_MINUTES))
# Programs that fetch a link to draw a preview of it are not the volunteer.
PREVIEWERS = re.compile(r"bot|whatsapp|facebookexternalhit|preview|telegram|signal", re.IGNORECASE)


def _shut(response: HttpResponse) -> HttpResponse:
    """Keep the address out of search engines, other sites' logs and shared caches."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


def _show(request: HttpRequest, library: Library, template: str, status: int = 200, **context: Any) -> HttpResponse:
    code = translation.get_language() or library.main_language
    return render(request, template, {"library": library, "language": get_language(code), **context}, status=status)


def _say(request: HttpRequest, library: Library, words: tuple[str, str], status: int, **context: Any) -> HttpResponse:
    title, text = words
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"problem": f"{title}. {text}"}, status=status)
    return _show(request, library, "home/words/volunteers/closed.html", status, title=title, text=text, **context)


def _make_wait(request: HttpRequest, library: Library, wait: timedelta) -> HttpResponse:
    """Say how long to wait; what was typed stands in the page, behind a button that sends it again."""
    words = presenters.too_often_title(), wait_sentence(wait)
    response = _say(request, library, words, TOO_OFTEN, typed=typed(request))
    response.headers["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return response


def by_link(view: View) -> View:
    """Find the job of the link; a link that opens nothing gets a calm page.

    No CSRF token is asked: the right to write is in the address and in no cookie, so there is nothing that another
    site could borrow; and a browser that tells no referrer tells no origin with a form either.
    """

    @wraps(view)
    def find(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        library = library_for_request(request)
        if library is None:
            raise Http404
        job = job_of_link(library, token)
        if job is None:
            wait = attempt(limit=MISSES, request=request)
            if wait > NO_WAIT:
                return _shut(_make_wait(request, library, wait))
            return _shut(_say(request, library, presenters.closed_words(None), NOT_THERE))
        if job.is_closed or job.is_expired:
            return _shut(_say(request, library, presenters.closed_words(job), GONE))
        wait = attempt(limit=SAVES, request=request, token=str(job.uuid)) if request.method == "POST" else NO_WAIT
        if wait > NO_WAIT:
            return _shut(_make_wait(request, library, wait))
        job.library = library
        return _shut(view(request, job, token=token, **kwargs))

    return csrf_exempt(find)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def job(request: HttpRequest, job: TranslationJob, token: str) -> HttpResponse:
    """The sentences of the job; a form for who has no script, and the button that hands them in."""
    own = reverse("translators:job", args=[token])
    conflicts: dict[int, tuple[str, str]] = {}
    if request.method == "POST" and job.is_open:
        written = _typed(request, pages_of(job))
        stored = services.save_sentences(job=job, written=written)
        conflicts = {pk: (written[pk].text, row.text) for pk, row in stored.items()}
        if not conflicts:
            if request.POST.get("action") == "send":
                services.send_in(job=job)
                return HttpResponseRedirect(own)
            anchor = request.POST.get("action", "")
            return HttpResponseRedirect(f"{own}?bewaard#{anchor}" if anchor.startswith("page-") else f"{own}?bewaard")
    elif not PREVIEWERS.search(request.headers.get("User-Agent", "")):
        services.note_opened(job=job)
    pages = pages_of(job)
    done, total = _progress(pages)
    shown = presenters.page_cards(pages, conflicts)
    rows = [row for page in shown for row in page.rows]
    context = {
        **presenters.facts(job),
        "job_key": job.uuid,
        "pages": shown,
        "gaps": [row for row in rows if row.is_empty or row.problem],
        "is_open": job.is_open,
        "is_returned": job.state == JobState.RETURNED,
        "is_saved": "bewaard" in request.GET,
        "has_conflicts": bool(conflicts),
        "progress": presenters.progress_label(done, total),
        "done": done,
        "total": total,
        "words": presenters.script_words(),
        "source_language": get_language(job.library.main_language),
        "target": get_language(job.language),
        "own_url": own,
        "token": token,
    }
    return _show(request, job.library, "home/words/volunteers/job.html", CONFLICT if conflicts else 200, **context)


def _progress(pages: list[JobPage]) -> tuple[int, int]:
    rows = [row for page in pages for row in page.sentences.all()]
    return sum(row.is_done for row in rows), len(rows)


def _typed(request: HttpRequest, pages: list[JobPage]) -> dict[int, services.Written]:
    """What was posted for each sentence of the job."""
    keys = [row.pk for page in pages for row in page.sentences.all()]
    return {pk: _written(request, f"-{pk}") for pk in keys if f"text-{pk}" in request.POST}


def _written(request: HttpRequest, ending: str) -> services.Written:
    version = request.POST.get(f"version{ending}", "")
    return services.Written(
        text=request.POST.get(f"text{ending}", ""),
        is_unsure=bool(request.POST.get(f"unsure{ending}")),
        remark=request.POST.get(f"remark{ending}", ""),
        version=int(version) if version.isdecimal() else -1,
    )


@require_POST
@by_link
def sentence(request: HttpRequest, job: TranslationJob, token: str, sentence: int) -> HttpResponse:
    """Save one sentence while the volunteer goes on; 409 with what stands there when it changed elsewhere."""
    try:
        conflicts = services.save_sentences(job=job, written={sentence: _written(request, "")})
    except ValidationError:
        return _say(request, job.library, presenters.closed_words(job), GONE)
    pages = pages_of(job)
    row = next((one for page in pages for one in page.sentences.all() if one.pk == sentence), None)
    if row is None:
        raise Http404
    done, total = _progress(pages)
    answer = {
        "version": row.version,
        "problem": presenters.problem_of(row),
        "done": done,
        "total": total,
        "progress": presenters.progress_label(done, total),
    }
    if conflicts:
        there = {"text": row.text, "unsure": row.is_unsure, "remark": row.remark}
        return JsonResponse(answer | {"stored": there}, status=CONFLICT)
    return JsonResponse(answer)


@require_safe
@by_link
def preview(request: HttpRequest, job: TranslationJob, token: str, number: int) -> HttpResponse:
    """A page of the job as it will be, with the words so far; the others in the main language."""
    pages = pages_of(job)
    if not 1 <= number <= len(pages):
        raise Http404
    page = pages[number - 1]
    source, draft = draft_of(page, page.sentences.all())
    code = job.language
    with translation.override(code):
        request.LANGUAGE_CODE = code
        request.reading = Reading(  # type: ignore[attr-defined]
            request, job.library, code, source, draft, language_codes(job.library), is_draft=True
        )
        response = draft.serve(request)
        if hasattr(response, "render"):
            response.render()
    return response
