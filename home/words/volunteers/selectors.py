"""Reads: the job behind a link, its pages and sentences, and a page as it will be."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from home.personal_links.models import PersonalLink
from home.tenant.libraries.models import Library
from home.words.volunteers.choices import BUSY_STATES, JobState
from home.words.volunteers.marks import to_html
from home.words.volunteers.models import JobPage, JobSentence, TranslationJob


def job_of_link(link: PersonalLink) -> TranslationJob | None:
    """The job that a link is for, whatever its state. One query."""
    return TranslationJob.objects.filter(library=link.library_id, uuid=link.subject).first()


def pages_of(job: TranslationJob) -> list[JobPage]:
    """The pages of a job with their sentences and, as ``title``, the title of the source; three queries."""
    sentences = JobSentence.objects.select_related("string", "context")
    pages = list(
        job.pages.select_related("translation__source__locale", "translation__target_locale").prefetch_related(
            Prefetch("sentences", sentences)
        )
    )
    titles = dict(
        Page.objects.filter(
            translation_key__in=[page.translation.source.object_id for page in pages],
            locale__language_code=job.library.main_language,
        ).values_list("translation_key", "title")
    )
    for page in pages:
        page.title = titles.get(page.translation.source.object_id, "")  # type: ignore[attr-defined]
    return pages


def jobs_of(library: Library) -> QuerySet[TranslationJob]:
    """The jobs of a library, newest first, with how many sentences there are and have words."""
    written = Count("pages__sentences", filter=~Q(pages__sentences__text=""))
    jobs = TranslationJob.objects.filter(library=library)
    # The order of the model does not hold for rows that are counted together.
    return jobs.annotate(total=Count("pages__sentences"), written=written).order_by("-created_at", "-pk")


def titles_of(library: Library) -> dict[int, list[str]]:
    """The titles of the source pages of each job of a library. Two queries."""
    rows = JobPage.objects.filter(job__library=library).order_by("position")
    found = list(rows.values_list("job_id", "translation__source__object_id"))
    sources = Page.objects.filter(
        translation_key__in={key for _job, key in found}, locale__language_code=library.main_language
    )
    titles = dict(sources.values_list("translation_key", "title"))
    of_job: dict[int, list[str]] = {}
    for job, key in found:
        if key in titles:
            of_job.setdefault(job, []).append(titles[key])
    return of_job


def current_words(page: JobPage) -> dict[tuple[int, int | None], str]:
    """What the translation of a page holds now, by sentence and place, whoever wrote it. One query."""
    rows = StringTranslation.objects.filter(
        locale=page.translation.target_locale, context__object_id=page.translation.source.object_id
    )
    return {(row.translation_of_id, row.context_id): row.data for row in rows}


def in_review(library: Library) -> set[tuple[UUID, str]]:
    """Translation key and language of each page that a volunteer or a reviewer is busy with. One query."""
    waiting = Q(job__state=JobState.SENT_IN) | Q(job__state__in=BUSY_STATES, job__expires_at__gt=timezone.now())
    rows = JobPage.objects.filter(waiting, job__library=library)
    return set(rows.values_list("translation__source__object_id", "job__language"))


def draft_of(page: JobPage, sentences: Iterable[JobSentence]) -> tuple[Page, Page]:
    """The source page, and its translation with the words of the job in it; nothing is stored."""
    source, locale = page.translation.source, page.translation.target_locale
    written = {(row.string_id, row.context_id): to_html(row.source, row.text) for row in sentences if row.is_done}
    places = {
        (row.context.path, row.order): written.get((row.string_id, row.context_id))
        for row in StringSegment.objects.filter(source=source).select_related("context")
    }
    original, draft = source.as_instance(), source.get_translated_instance(locale)
    copy_synchronised_fields(original, draft)
    segments = source._get_segments_for_translation(locale, fallback=True)  # noqa: SLF001 - as the package previews
    for segment in segments:
        words = places.get((segment.path, segment.order)) if isinstance(segment, StringSegmentValue) else None
        if words:
            segment.string = StringValue(words)
    ingest_segments(original, draft, source.locale, locale, segments)
    return original, draft


def sources_of(library: Library) -> QuerySet[Page]:
    """The pages of a library that can be translated: live, in its main language, in the order of the tree."""
    return Page.objects.filter(
        live=True, path__startswith=library.site.root_page.path, locale__language_code=library.main_language
    ).order_by("path")
