"""All writes on translation jobs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.mail.kinds import Facts, Mail, Maker
from home.mail.services import queue_mail
from home.personal_links import services as personal_links
from home.tenant.languages.services import (
    NoRoomError,
    TranslationIncompleteError,
    publish_translation,
    start_translation,
    store_sentence,
)
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from home.words.volunteers import mails, presenters
from home.words.volunteers.choices import OPEN_STATES, TRANSLATE, JobState
from home.words.volunteers.marks import marked, to_html
from home.words.volunteers.models import JobPage, JobSentence, TranslationJob
from home.words.volunteers.selectors import current_words

LONGEST_TEXT = 10_000
LONGEST_REMARK = 500


@dataclass(frozen=True, slots=True)
class Written:
    """What the volunteer has on the screen for one sentence, and the version that it was made from."""

    text: str
    is_unsure: bool
    remark: str
    version: int


def _locked(job: TranslationJob) -> TranslationJob:
    return TranslationJob.objects.select_for_update().get(pk=job.pk)


def fresh_link(*, job: TranslationJob, origin: str) -> str:
    """A new personal link beside those that a job has, for one screen or one mail; it is stored nowhere."""
    made = personal_links.fresh_link(
        subject=job, act=TRANSLATE, library=job.library, language=job.language, until=job.expires_at, origin=origin
    )
    return made.url


def _mail(job: TranslationJob, mail: Mail) -> None:
    """Mail the volunteer, when we have an address."""
    if job.email:
        queue_mail(library=job.library, recipient=job.email, language=job.language, key=mail.key, about={"job": job.pk})


def _job_of(about: Facts, *, states: Iterable[str]) -> TranslationJob | None:
    """The job that a mail is about, when it is still in one of these states and its volunteer not forgotten."""
    jobs = TranslationJob.objects.filter(pk=about["job"], state__in=states, anonymised_on=None)
    return jobs.select_related("library__site").first()


def invitation_values(about: Facts, _language: str) -> Mapping[str, str] | None:
    """What is filled in when a volunteer is asked; the link is made for this very mail."""
    job = _job_of(about, states=OPEN_STATES)
    if job is None or job.is_expired:
        return None
    link = fresh_link(job=job, origin=job.library.site.root_url)
    return presenters.mail_values(job, message=job.message, link=link)


def returned_values(about: Facts, _language: str) -> Mapping[str, str] | None:
    """What is filled in when a job goes back to the volunteer."""
    job = _job_of(about, states=[JobState.RETURNED])
    return presenters.mail_values(job, message=job.returned_with) if job else None


def sent_in_values(about: Facts, _language: str) -> Mapping[str, str] | None:
    """What is filled in for the editor who has something to review."""
    job = _job_of(about, states=[JobState.SENT_IN])
    if job is None:
        return None
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("translators_admin:review", args=[job.uuid])
    return {"language": job.language_name, "code": str(job), "link": address}


MAKERS: dict[str, Maker] = {
    mails.INVITATION.key: invitation_values,
    mails.RETURNED.key: returned_values,
    mails.SENT_IN.key: sent_in_values,
}


@transaction.atomic
def create_job(
    *,
    library: Library,
    uuid: UUID,
    pages: Iterable[Page],
    language: str,
    name: str,
    asked_by: User,
    origin: str,
    days: int,
    email: str = "",
    message: str = "",
) -> tuple[TranslationJob, str]:
    """Make a job with its sentences; return it with a link, which is stored nowhere, and mail the volunteer another.

    The same ``uuid`` again, as when a form is sent twice, makes no second job: that one gets a new link.
    """
    job = TranslationJob.objects.filter(uuid=uuid, library=library).first()
    if job is not None:
        return job, renew(job=job, days=days, origin=origin)
    job = TranslationJob(
        library=library,
        uuid=uuid,
        language=language,
        name=name,
        email=email,
        message=message,
        asked_by=asked_by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    job.save()
    for position, page in enumerate(pages):
        translation = start_translation(page=page, code=language, user=asked_by)
        _add_page(job, translation, position)
    _mail(job, mails.INVITATION)
    return job, fresh_link(job=job, origin=origin)


def _add_page(job: TranslationJob, translation: Translation, position: int) -> None:
    """Take over the sentences; what a person translated before stands there already, what a machine did does not."""
    page = JobPage.objects.create(job=job, translation=translation, position=position)
    by_machine = set(
        StringTranslation.objects.filter(
            locale=translation.target_locale,
            context__object_id=translation.source.object_id,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        ).values_list("translation_of_id", "context_id")
    )
    there = current_words(page)
    rows: dict[tuple[int, int], JobSentence] = {}
    segments = StringSegment.objects.filter(source=translation.source).select_related("string", "context")
    # Titles before texts, and a text in its own order.
    for segment in sorted(segments, key=lambda row: (row.pk, row.order)):
        key = (segment.string_id, segment.context_id)
        if key in rows:
            continue
        words = "" if key in by_machine else there.get(key, "")
        source, before = marked(segment.string.data), marked(words)
        rows[key] = JobSentence(
            page=page,
            string=segment.string,
            context=segment.context,
            position=len(rows),
            text=before.text if before.tags == source.tags else "",
        )
    JobSentence.objects.bulk_create(rows.values())


@transaction.atomic
def renew(*, job: TranslationJob, days: int, origin: str) -> str:
    """Give a job a new link and more time; older links no longer work. Returns the link; another one is mailed.

    Raises:
        ValidationError: when the job is closed.

    """
    job = _locked(job)
    if job.is_closed:
        raise ValidationError(_("This job is closed. Ask a translator anew."))
    job.expires_at = max(job.expires_at, timezone.now() + timedelta(days=days))
    job.save(update_fields=["expires_at"])
    personal_links.replace(subject=job, act=TRANSLATE)
    _mail(job, mails.INVITATION)
    return fresh_link(job=job, origin=origin)


def note_opened(*, job: TranslationJob) -> None:
    """Note that the volunteer began."""
    if job.state == JobState.SENT:
        TranslationJob.objects.filter(pk=job.pk, state=JobState.SENT).update(state=JobState.OPENED)


@transaction.atomic
def save_sentences(*, job: TranslationJob, written: Mapping[int, Written]) -> dict[int, JobSentence]:
    """Keep what the volunteer wrote; return the sentences that meanwhile hold something else, which stay as they are.

    The same words twice change nothing the second time.

    Raises:
        ValidationError: when the volunteer may no longer write.

    """
    if not _locked(job).is_open:
        raise ValidationError(_("This translation can no longer be changed."))
    conflicts = {}
    rows = JobSentence.objects.select_for_update().filter(page__job=job, pk__in=written)
    for sentence in rows.select_related("string"):
        new = written[sentence.pk]
        text, remark = new.text.replace("\r\n", "\n")[:LONGEST_TEXT], new.remark.strip()[:LONGEST_REMARK]
        if (sentence.text, sentence.is_unsure, sentence.remark) == (text, new.is_unsure, remark):
            continue
        if sentence.version != new.version:
            conflicts[sentence.pk] = sentence
            continue
        sentence.text, sentence.is_unsure, sentence.remark = text, new.is_unsure, remark
        sentence.version += 1
        sentence.save(update_fields=["text", "is_unsure", "remark", "version"])
    return conflicts


@transaction.atomic
def send_in(*, job: TranslationJob) -> None:
    """Hand the words to the editor, gaps and all, and tell the editor so by mail."""
    job = _locked(job)
    if not job.is_open:
        return
    job.state, job.sent_in_at = JobState.SENT_IN, timezone.now()
    job.save(update_fields=["state", "sent_in_at"])
    if job.asked_by and job.asked_by.email and job.asked_by.is_active:
        queue_mail(
            library=job.library,
            recipient=job.asked_by.email,
            language=job.library.main_language,
            key=mails.SENT_IN.key,
            about={"job": job.pk},
        )


@transaction.atomic
def review(*, job: TranslationJob, texts: Mapping[int, str]) -> None:
    """Keep what the editor made of the sentences."""
    if _locked(job).is_closed:
        raise ValidationError(_("This job is closed. Ask a translator anew."))
    for sentence in JobSentence.objects.select_for_update().filter(page__job=job, pk__in=texts):
        text = texts[sentence.pk].replace("\r\n", "\n")[:LONGEST_TEXT]
        if text != sentence.text:
            sentence.text = text
            sentence.version += 1
            sentence.save(update_fields=["text", "version"])


@transaction.atomic
def send_back(*, job: TranslationJob, message: str, days: int) -> None:
    """Let the volunteer go on, with a message, and give time for it."""
    job = _locked(job)
    if job.state != JobState.SENT_IN:
        raise ValidationError(_("Only what was sent in can be sent back."))
    job.state, job.returned_with = JobState.RETURNED, message
    job.expires_at = max(job.expires_at, timezone.now() + timedelta(days=days))
    job.save(update_fields=["state", "returned_with", "expires_at"])
    personal_links.extend(subject=job, act=TRANSLATE, until=job.expires_at)
    _mail(job, mails.RETURNED)


@transaction.atomic
def publish_job(*, job: TranslationJob, user: User) -> None:
    """Put the words on the site. With gaps it is refused and nothing changes for the reader.

    Raises:
        ValidationError: says how many sentences are missing or too long, or that the source changed meanwhile.

    """
    job = _locked(job)
    if job.is_closed:
        raise ValidationError(_("This job is closed. Ask a translator anew."))
    pages = list(job.pages.select_related("translation__source", "translation__target_locale"))
    rows = JobSentence.objects.filter(page__job=job)
    sentences = list(rows.select_related("string", "context", "page__translation__source"))
    gaps = sum(not sentence.is_done for sentence in sentences)
    if gaps:
        raise ValidationError(
            ngettext(
                "%(count)d sentence is empty, too long or without its marks, so nothing is put on the site. "
                "Your changes are kept.",
                "%(count)d sentences are empty, too long or without marks, so nothing is put on the site. "
                "Your changes are kept.",
                gaps,
            )
            % {"count": gaps}
        )
    for page in pages:
        for sentence in sentences:
            if sentence.page_id == page.pk:
                store_sentence(
                    translation=page.translation,
                    string_id=sentence.string_id,
                    context=sentence.context,
                    data=to_html(sentence.source, sentence.text),
                    user=user,
                )
        try:
            publish_translation(translation=page.translation, user=user)
        except TranslationIncompleteError as error:
            raise ValidationError(
                _(
                    "The source page changed after the link was made: %(count)d new sentences have no translation. "
                    "Translate them in the page first, and then put this on the site."
                )
                % {"count": error.missing}
            ) from error
        except NoRoomError as error:
            raise ValidationError(
                _("The page cannot hold these words, so nothing is put on the site. Your changes are kept: %(words)s")
                % {"words": error.words}
            ) from error
    _close(job, JobState.PUBLISHED)


@transaction.atomic
def withdraw(*, job: TranslationJob) -> None:
    """Stop a job: the link opens nothing any more. What is on the site stays there."""
    job = _locked(job)
    if not job.is_closed:
        _close(job, JobState.WITHDRAWN)


def _close(job: TranslationJob, state: str) -> None:
    job.state, job.closed_at = state, timezone.now()
    job.save(update_fields=["state", "closed_at"])
    end = personal_links.withdraw if state == JobState.WITHDRAWN else personal_links.finish
    end(subject=job, act=TRANSLATE)


@transaction.atomic
def anonymise(*, job: TranslationJob) -> None:
    """Forget who translated, and what was said; a job that was still open is withdrawn. Safe to repeat."""
    withdraw(job=job)
    JobSentence.objects.filter(page__job=job).update(remark="")
    empty: dict[str, Any] = dict.fromkeys(("name", "email", "message", "returned_with"), "")
    TranslationJob.objects.filter(pk=job.pk).update(**empty, anonymised_on=timezone.localdate())
