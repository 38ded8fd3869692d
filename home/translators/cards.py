"""What a volunteer reads: the sentences as cards, what the page says, and the mails."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from home.languages.dates import day_label
from home.translators.models import JobPage, JobSentence, TranslationJob


@dataclass(frozen=True, slots=True)
class SentenceCard:
    """One sentence for the page of the volunteer or of the reviewer."""

    pk: int
    number: int
    source: str
    text: str
    is_unsure: bool
    remark: str
    version: int
    marks: tuple[str, ...]
    problem: str
    is_empty: bool
    conflict: str = ""
    current: str = ""

    @property
    def needs_attention(self) -> bool:
        """Whether an editor should look here first."""
        return self.is_unsure or bool(self.remark or self.problem) or self.is_empty


@dataclass(frozen=True, slots=True)
class PageCard:
    """One page of the job with its sentences."""

    number: int
    title: str
    rows: list[SentenceCard]


def mark_problem(sentence: JobSentence) -> str:
    """What to do about marks that were lost, as a sentence; empty when nothing was."""
    if not sentence.text.strip() or sentence.keeps_marks:
        return ""
    marks = " ".join(sentence.source.marks)
    return _("Put these marks in your sentence, around the same words as above: %(marks)s") % {"marks": marks}


def sentence_card(sentence: JobSentence, number: int, **more: str) -> SentenceCard:
    """The card of one sentence."""
    return SentenceCard(
        pk=sentence.pk,
        number=number,
        source=sentence.source.text,
        text=sentence.text,
        is_unsure=sentence.is_unsure,
        remark=sentence.remark,
        version=sentence.version,
        marks=sentence.source.marks,
        problem=mark_problem(sentence),
        is_empty=not sentence.text.strip(),
        **more,
    )


def page_cards(pages: list[JobPage], conflicts: dict[int, tuple[str, str]] | None = None) -> list[PageCard]:
    """The pages of a job; ``conflicts`` holds, by sentence, what was typed and what stood there already."""
    cards, number = [], 0
    for position, page in enumerate(pages, start=1):
        rows = []
        for sentence in page.sentences.all():
            number += 1
            stored = ""
            if sentence.pk in (conflicts or {}):
                sentence.text, stored = (conflicts or {})[sentence.pk]
            rows.append(sentence_card(sentence, number, conflict=stored))
        cards.append(PageCard(position, page.title, rows))  # type: ignore[attr-defined]
    return cards


def progress_label(done: int, total: int) -> str:
    """How far the volunteer is."""
    return ngettext("%(done)d of %(total)d sentence", "%(done)d of %(total)d sentences", total) % {
        "done": done,
        "total": total,
    }


def script_words() -> dict[str, str]:
    """What the script says while somebody writes."""
    return {
        "saving": _("Saving…"),
        "saved": _("Saved"),
        "offline": _("Not sent yet: you are offline. We keep it on this device."),
        "waiting": _("Not sent yet. We keep it on this device and try again."),
        "conflict": _("This sentence was also changed somewhere else. There it says:"),
        "mine": _("Keep what stands here"),
        "theirs": _("Take the other one"),
        "wait": _("Not everything is sent yet. Wait until you are online, and then press again."),
    }


def closed_words(job: TranslationJob | None) -> tuple[str, str]:
    """Title and sentence of the page for a link that opens nothing."""
    if job is None:
        return (
            _("This link does not work"),
            _("Perhaps a part of it is missing, or you got a newer one. Ask the person who sent it to you."),
        )
    if job.is_expired:
        return (
            _("The time of this link is over"),
            _("What you wrote is kept. Ask the person who sent you the link for a new one."),
        )
    return _("This translation is finished"), _("You need not do anything any more. Thank you for your help!")


def too_often() -> tuple[str, str]:
    """Title and sentence for who asks too much at once."""
    return _("That goes a little too fast"), _("Wait a few minutes, and then try again.")


def link_of(job: TranslationJob, token: str, origin: str) -> str:
    """The personal link, in the volunteer's language."""
    with override(job.language):
        return origin + reverse("translators:job", args=[token])


def invitation(job: TranslationJob, link: str) -> str:
    """What is sent along with the link, in the volunteer's language."""
    with override(job.language):
        lines = [
            _("Hello %(name)s,") % {"name": job.name},
            _("%(library)s asks you to translate a text. You can do it on your phone, without an account.")
            % {"library": job.library.name},
            job.message,
            link,
            _("This link is only for you. It works until %(day)s.") % {"day": _day(job)},
        ]
    return "\n\n".join(line for line in lines if line)


def returning(job: TranslationJob) -> str:
    """The mail with which a job goes back. The link stands nowhere, so it cannot be in it."""
    with override(job.language):
        lines = [
            _("Hello %(name)s,") % {"name": job.name},
            _("Thank you for your translation. Will you look at it once more? Open the link that you have."),
            job.returned_with,
            _("This link is only for you. It works until %(day)s.") % {"day": _day(job)},
        ]
    return "\n\n".join(line for line in lines if line)


def subject(job: TranslationJob) -> str:
    """The subject of a mail to the volunteer."""
    with override(job.language):
        return _("A text to translate for %(library)s") % {"library": job.library.name}


def _day(job: TranslationJob) -> str:
    """The last day on which the link works, in the language that is active."""
    return day_label(timezone.localdate(job.expires_at), get_language() or job.language)


def facts(job: TranslationJob) -> dict[str, Any]:
    """What a template needs to know of a job."""
    return {"name": job.name, "message": job.message, "returned_with": job.returned_with, "day": _day(job)}
