"""What a volunteer reads: the sentences as cards, what the page says, and the standard words of the mails."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from home.mail.kinds import paragraphs
from home.personal_links.choices import LinkState
from home.personal_links.models import PersonalLink
from home.personal_links.registry import Act, standard_words
from home.tenant.languages.dates import day_label
from home.words.volunteers.choices import TRANSLATE
from home.words.volunteers.models import JobPage, JobSentence, TranslationJob

HELLO = gettext_lazy("Hello %(name)s,")
UNTIL = gettext_lazy("This link is only for you. It works until %(day)s.")
SUBJECT = gettext_lazy("A text to translate for %(library)s")
INVITATION = paragraphs(
    HELLO,
    gettext_lazy("%(library)s asks you to translate a text. You can do it on your phone, without an account."),
    "%(message)s",
    "%(link)s",
    UNTIL,
)
# The link stands nowhere, so it cannot be in the mail with which a job goes back.
RETURNED = paragraphs(
    HELLO,
    gettext_lazy("Thank you for your translation. Will you look at it once more? Open the link that you have."),
    "%(message)s",
    UNTIL,
)


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


def problem_of(sentence: JobSentence) -> str:
    """What to do about marks that were lost, or words that do not fit, as a sentence; empty when all is well."""
    if sentence.is_done or not sentence.text.strip():
        return ""
    if sentence.surplus:
        return ngettext(
            "This is too long for its place. Make it at least %(count)d character shorter.",
            "This is too long for its place. Make it at least %(count)d characters shorter.",
            sentence.surplus,
        ) % {"count": sentence.surplus}
    # Kept together and from left to right, also in a sentence that runs the other way.
    marks = f"\u2066{' '.join(sentence.source.marks)}\u2069"
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
        problem=problem_of(sentence),
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


def closed_words(link: PersonalLink) -> tuple[str, str]:
    """Title and sentence of the page for a link that opens nothing any more."""
    if link.state == LinkState.REPLACED:
        return standard_words(link)
    if link.state in {LinkState.OPEN, LinkState.EXPIRED}:
        return (
            _("The time of this link is over"),
            _("What you wrote is kept. Ask the person who sent you the link for a new one."),
        )
    return finished()


def finished() -> tuple[str, str]:
    """Title and sentence when nothing can be written any more."""
    return _("This translation is finished"), _("You need not do anything any more. Thank you for your help!")


def mail_values(job: TranslationJob, *, message: str, link: str = "") -> dict[str, str]:
    """What is filled in in a mail to the volunteer, in the language that is active."""
    return {"name": job.name, "message": message, "day": _day(job)} | ({"link": link} if link else {})


def _day(job: TranslationJob) -> str:
    """The last day on which the link works, in the language that is active."""
    return day_label(timezone.localdate(job.expires_at), get_language() or job.language)


def facts(job: TranslationJob) -> dict[str, Any]:
    """What a template needs to know of a job."""
    return {"name": job.name, "message": job.message, "returned_with": job.returned_with, "day": _day(job)}


ACT = Act(TRANSLATE, "translators:job", closed_words)
