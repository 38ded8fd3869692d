"""Two volunteers of the demo: one is halfway, the other's words wait for an editor."""

from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from wagtail.models import Page

from home.site.pages.demo import records
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from home.words.volunteers.choices import MOST_DAYS
from home.words.volunteers.models import JobSentence, TranslationJob
from home.words.volunteers.services import Written, create_job, note_opened, save_sentences, send_in

DATA = Path(__file__).with_name("demo.toml")


def uuid_of(library: str, page: str, language: str) -> UUID:
    """The same job for the same page, whenever the demo is loaded."""
    return uuid5(NAMESPACE_URL, f"translation-job/{library}/{page}{language}")


def build(library: Library) -> None:
    """Ask the volunteers, and write what they wrote; a job that is there stays as it is."""
    for row in records(DATA, "job", library.slug):
        uuid = uuid_of(library.slug, row["page"], row["language"])
        if not TranslationJob.objects.filter(uuid=uuid).exists():
            _build(library, uuid, row)


def _build(library: Library, uuid: UUID, row: dict[str, Any]) -> None:
    root = library.site.root_page
    job, _link = create_job(
        library=library,
        uuid=uuid,
        pages=[Page.objects.get(url_path=f"{root.url_path}{row['page']}")],
        language=row["language"],
        name=row["name"],
        asked_by=User.objects.filter(memberships__library=library, memberships__role=Role.COMMUNICATION).earliest("pk"),
        origin=root.full_url,
        days=MOST_DAYS,
        message=row["message"],
    )
    note_opened(job=job)
    words, unsure = row["words"], row["unsure"]
    sentences = JobSentence.objects.filter(page__job=job).select_related("string")
    found = {one.pk: (one.source.text, one.version) for one in sentences if one.source.text in words}
    written = {
        pk: Written(words[source], source in unsure, unsure.get(source, ""), version)
        for pk, (source, version) in found.items()
    }
    save_sentences(job=job, written=written)
    if row["is_sent_in"]:
        send_in(job=job)
