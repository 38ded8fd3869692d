"""The page behind a personal link. Whoever has the link may write; nothing else of the library is shown there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home.personal_links import views as personal_links
from home.personal_links.models import PersonalLink
from home.personal_links.views import GONE, say, show
from home.site.pages.reading import Reading
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.selectors import language_codes
from home.words.volunteers import presenters, services
from home.words.volunteers.choices import TRANSLATE, JobState
from home.words.volunteers.models import JobPage, TranslationJob
from home.words.volunteers.selectors import draft_of, job_of_link, pages_of

View = Callable[..., HttpResponse]

CONFLICT = 409


def by_link(view: View) -> View:
    """Find the job of the link, while the volunteer may see it."""

    @personal_links.by_link(TRANSLATE)
    @wraps(view)
    def find(request: HttpRequest, link: PersonalLink, token: str, **kwargs: Any) -> HttpResponse:
        job = job_of_link(link)
        if job is None or job.is_closed or job.is_expired:
            return say(request, link.library, presenters.closed_words(link), GONE)
        job.library = link.library
        if request.method == "POST" and job.is_open:
            services.note_opened(job=job)
            job.refresh_from_db(fields=["state"])
        return view(request, job, token=token, **kwargs)

    return find


def _begin(request: HttpRequest, job: TranslationJob, own: str) -> HttpResponse:
    """What is asked, and one button to begin: a program that scans mail only looks, and changes nothing."""
    pages = [page.title for page in pages_of(job)]  # type: ignore[attr-defined]
    context = presenters.facts(job) | {"pages": pages, "own_url": own}
    context["source_language"] = get_language(job.library.main_language)
    return show(request, job.library, "home/words/volunteers/begin.html", **context)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def job(request: HttpRequest, job: TranslationJob, token: str) -> HttpResponse:
    """The sentences of the job; a form for who has no script, and the button that hands them in."""
    own = reverse("translators:job", args=[token])
    conflicts: dict[int, tuple[str, str]] = {}
    if request.method == "POST" and job.is_open:
        if request.POST.get("action") == "begin":
            return HttpResponseRedirect(own)
        written = _typed(request, pages_of(job))
        stored = services.save_sentences(job=job, written=written)
        conflicts = {pk: (written[pk].text, row.text) for pk, row in stored.items()}
        if not conflicts:
            if request.POST.get("action") == "send":
                services.send_in(job=job)
                return HttpResponseRedirect(own)
            anchor = request.POST.get("action", "")
            return HttpResponseRedirect(f"{own}?bewaard#{anchor}" if anchor.startswith("page-") else f"{own}?bewaard")
    elif job.state == JobState.SENT:
        return _begin(request, job, own)
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
    return show(request, job.library, "home/words/volunteers/job.html", CONFLICT if conflicts else 200, **context)


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
        return say(request, job.library, presenters.finished(), GONE)
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
            request, job.library, code, source, draft, language_codes(job.library)
        )
        response = draft.serve(request)
        if hasattr(response, "render"):
            response.render()
    return response
