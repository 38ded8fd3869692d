"""The screens of the editor: ask a volunteer, follow the jobs, review what was sent in and put it on the site."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from home.mail.selectors import compose
from home.tenant.gate.permissions import for_roles, own_library
from home.tenant.gate.selectors import territory_of
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.choices import ADMIN_ROLES
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes, library_for_request
from home.words.volunteers import presenters, services
from home.words.volunteers.choices import VALID_DAYS, JobState
from home.words.volunteers.forms import JobForm, ReturnForm
from home.words.volunteers.mails import INVITATION
from home.words.volunteers.marks import marked
from home.words.volunteers.models import JobPage, TranslationJob
from home.words.volunteers.selectors import current_words, jobs_of, pages_of, sources_of, titles_of

HOME_DEPTH = 2


def _origin(request: HttpRequest, library: Library) -> str:
    """Where the public pages of a library are."""
    if library_for_request(request) == library:
        return f"{request.scheme}://{request.get_host()}"
    return library.site.root_url


def _job(request: HttpRequest, uuid: UUID) -> TranslationJob:
    """A job of the user's own libraries, when she may edit pages there."""
    own = request.own_libraries  # type: ignore[attr-defined]
    job = TranslationJob.objects.filter(library__in=own, uuid=uuid).select_related("library__site__root_page").first()
    if job is None:
        raise Http404
    _check_editor(request, job.library)
    return job


def _check_editor(request: HttpRequest, library: Library) -> None:
    if not library.site.root_page.specific.permissions_for_user(request.user).can_edit():
        raise PermissionDenied


def _list_address(library: Library) -> str:
    return f"{reverse('translators_admin:list')}?library={library.pk}"


@for_roles(*ADMIN_ROLES)
def jobs(request: HttpRequest) -> HttpResponse:
    """The jobs of the library, newest first."""
    library = own_library(request)
    _check_editor(request, library)
    titles = titles_of(library)
    context = {
        "library": library,
        "libraries": request.own_libraries,  # type: ignore[attr-defined]
        "rows": [(row, titles.get(row.pk, [])) for row in jobs_of(library)],
        "page_title": _now("Translators"),
        "page_subtitle": library.name,
        "header_icon": "wagtail-localize-language",
        "start_url": f"{reverse('translators_admin:start')}?library={library.pk}",
    }
    return render(request, "home/words/volunteers/admin_jobs.html", context)


@for_roles(*ADMIN_ROLES)
def start(request: HttpRequest) -> HttpResponse:
    """Choose pages, language and volunteer; the answer shows the link, once."""
    page = _asked_page(request)
    library = own_library(request) if page is None else _library_of(request, page)
    _check_editor(request, library)
    sources = {str(row.pk): row for row in sources_of(library)}
    form = JobForm(
        request.POST or None,
        languages=[(code, get_language(code).dutch_name) for code in language_codes(library)[1:]],
        pages=[(key, "\u2003" * (row.depth - HOME_DEPTH) + row.title) for key, row in sources.items()],
        initial={
            "uuid": uuid4(),
            "pages": [str(page.pk)] if page else [],
            "language": request.GET.get("language", ""),
            "days": VALID_DAYS,
        },
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        chosen = [sources[key].specific for key in given.pop("pages")]
        if not all(one.permissions_for_user(request.user).can_edit() for one in chosen):
            raise PermissionDenied
        job, link = services.create_job(
            library=library, pages=chosen, asked_by=request.user, origin=_origin(request, library), **given
        )
        return _show_link(request, job, link)
    context = {
        "form": form,
        "page_title": _now("Ask a translator"),
        "page_subtitle": library.name,
        "header_icon": "wagtail-localize-language",
        "back_url": _list_address(library),
    }
    return render(request, "home/words/volunteers/admin_start.html", context)


def _asked_page(request: HttpRequest) -> Page | None:
    """The source of the page that somebody came from."""
    asked = request.GET.get("page", "")
    page = Page.objects.filter(pk=asked).first() if asked.isdecimal() else None
    if asked and page is None:
        raise Http404
    return page


def _library_of(request: HttpRequest, page: Page) -> Library:
    for library in request.own_libraries:  # type: ignore[attr-defined]
        if page.path.startswith(library.site.root_page.path):
            return library
    raise Http404


def _invitation(job: TranslationJob, link: str) -> str:
    """The words that go along with the link, those of the mail."""
    letter = compose(
        library=job.library,
        language=job.language,
        key=INVITATION.key,
        values=lambda _code: presenters.mail_values(job, message=job.message, link=link),
    )
    return letter.text


def _show_link(request: HttpRequest, job: TranslationJob, link: str) -> HttpResponse:
    context = {
        "job": job,
        "link": link,
        "whatsapp_url": f"https://wa.me/?text={quote(_invitation(job, link))}",
        "list_url": _list_address(job.library),
        "page_title": _now("The link for %(name)s") % {"name": job.name},
        "page_subtitle": job.language_name,
        "header_icon": "wagtail-localize-language",
    }
    response = render(request, "home/words/volunteers/admin_link.html", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@require_POST
@for_roles(*ADMIN_ROLES)
def renew(request: HttpRequest, job: UUID) -> HttpResponse:
    """A new link with new time; the old one stops."""
    row = _job(request, job)
    try:
        link = services.renew(job=row, days=VALID_DAYS, origin=_origin(request, row.library))
    except ValidationError as error:
        messages.error(request, error.message)
        return redirect(_list_address(row.library))
    row.refresh_from_db()
    return _show_link(request, row, link)


@require_POST
@for_roles(*ADMIN_ROLES)
def withdraw(request: HttpRequest, job: UUID) -> HttpResponse:
    """Stop a job."""
    row = _job(request, job)
    services.withdraw(job=row)
    messages.success(request, _now("The link of %(code)s no longer works.") % {"code": row})
    return redirect(_list_address(row.library))


@for_roles(*ADMIN_ROLES)
def review(request: HttpRequest, job: UUID) -> HttpResponse:
    """Source, what the volunteer wrote and what is there now; change it, put it on the site or send it back."""
    row = _job(request, job)
    pages = pages_of(row)
    form = ReturnForm()
    if request.method == "POST":
        form = ReturnForm(request.POST if request.POST.get("action") == "return" else None)
        done = _act(request, row, pages, form)
        if done is not None:
            return done
        row.refresh_from_db()
        pages = pages_of(row)
    context = {
        "job": row,
        "pages": [(page.title, _rows(page)) for page in pages],  # type: ignore[attr-defined]
        "form": form,
        "may_return": row.state == JobState.SENT_IN,
        "target": get_language(row.language),
        "source_language": get_language(row.library.main_language),
        "list_url": _list_address(row.library),
        "page_title": _now("Review %(code)s") % {"code": row},
        "page_subtitle": f"{row.language_name} · {row.name}" if row.name else row.language_name,
        "header_icon": "wagtail-localize-language",
    }
    return render(request, "home/words/volunteers/admin_review.html", context)


def _rows(page: JobPage) -> list[presenters.SentenceCard]:
    """The sentences of a page, first those that ask for an editor."""
    there = current_words(page)
    rows = [
        presenters.sentence_card(row, number, current=marked(there.get((row.string_id, row.context_id), "")).text)
        for number, row in enumerate(page.sentences.all(), start=1)
    ]
    return sorted(rows, key=lambda row: not row.needs_attention)


def _act(request: HttpRequest, job: TranslationJob, pages: list[JobPage], form: ReturnForm) -> HttpResponse | None:
    """Do what the pressed button says; nothing is answered when the screen should be shown again."""
    texts: dict[int, str] = {
        row.pk: request.POST[f"text-{row.pk}"]
        for page in pages
        for row in page.sentences.all()
        if f"text-{row.pk}" in request.POST
    }
    action: Any = request.POST.get("action")
    try:
        services.review(job=job, texts=texts)
        if action == "publish":
            targets = [page.translation.get_target_instance() for page in pages]
            if not all(page.permissions_for_user(request.user).can_publish() for page in targets):
                raise PermissionDenied
            services.publish_job(job=job, user=request.user)
            messages.success(request, _now("The translation is on the site."))
            return redirect(_list_address(job.library))
        if action == "return":
            if not form.is_valid():
                return None
            services.send_back(job=job, message=form.cleaned_data["message"], days=VALID_DAYS)
            messages.success(request, _now("The volunteer can go on with it, with the same link."))
            return redirect(_list_address(job.library))
    except ValidationError as error:
        messages.error(request, error.message)
        return None
    messages.success(request, _now("Your changes are kept."))
    return redirect("translators_admin:review", job.uuid)


class EditorMenuItem(MenuItem):
    """Shown to who edits pages of a library."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user).libraries)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("translators/", include("home.words.volunteers.urls"))]


@hooks.register("register_admin_menu_item")
def translators_menu() -> MenuItem:
    return EditorMenuItem(
        _("Translators"),
        reverse_lazy("translators_admin:list"),
        name="translators",
        icon_name="wagtail-localize-language",
        order=250,
    )


def _is_source(page: Page) -> bool:
    roots = Library.objects.values_list("site__root_page__path", flat=True)
    return any(page.path.startswith(path) for path in roots)


@hooks.register("register_page_header_buttons")
def ask_button(page: Page, user: Any, next_url: str | None = None, view_name: str = "") -> Iterator[Button]:
    if page.live and page.permissions_for_user(user).can_edit() and _is_source(page):
        address = f"{reverse('translators_admin:start')}?page={page.pk}"
        yield Button(_("Ask a translator"), address, icon_name="user", priority=41)
