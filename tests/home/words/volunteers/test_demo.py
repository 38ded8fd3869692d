"""The demo's volunteers: one is halfway, one waits for an editor, and loading the demo again changes nothing."""

from pathlib import Path
from typing import Any

import pytest

from home.site.pages.demo import body_blocks, records
from home.site.pages.services import save_page
from home.tenant.libraries.choices import Role
from home.tenant.libraries.services import switch_on_language
from home.words.board import demo as reads
from home.words.board.selectors import board
from home.words.volunteers import demo
from home.words.volunteers.choices import JobState
from home.words.volunteers.models import JobSentence, TranslationJob
from home.words.volunteers.selectors import jobs_of
from tests.factories.world import World, make_user, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def oeverstad() -> World:
    """A small library with the name of the demo's, and the two pages that its volunteers translate."""
    world = make_world("oeverstad")
    for code in ("uk", "pap"):
        switch_on_language(library=world.library, code=code)
    make_user(Role.COMMUNICATION, world.library)
    rows = {
        row["slug"]: row for row in records(demo.DATA.parents[2] / "site" / "pages" / "demo.toml", "page", "oeverstad")
    }
    rows["toeslagen-uitgelegd"] = {
        "title": "Toeslagen uitgelegd",
        "summary": "Op welke toeslag hebt u recht, en hoe voorkomt u dat u later moet terugbetalen?",
        "body": [{"type": "paragraph", "text": "Nog niet vertaald."}],
    }
    for slug, parent in (("contact", world.home), ("toeslagen-uitgelegd", world.events)):
        row = rows[slug]
        facts: dict[str, Any] = {"title": row["title"], "search_description": row["summary"]}
        save_page(model=type(world.content), parent=parent, slug=slug, body=body_blocks(row["body"]), **facts)
    return world


def test_volunteers_of_the_demo_are_halfway_and_sent_in(oeverstad: World) -> None:
    for _time in range(2):
        demo.build(oeverstad.library)
    shown = {row.language: (row.state, row.written, row.total) for row in jobs_of(oeverstad.library)}
    assert shown == {"uk": (JobState.OPENED, 2, 3), "pap": (JobState.SENT_IN, 9, 9)}
    unsure = JobSentence.objects.filter(page__job__language="pap", is_unsure=True)
    assert (unsure.count(), unsure.exclude(remark="").count()) == (1, 1)
    assert TranslationJob.objects.count() == 2
    assert all(row.is_done for row in JobSentence.objects.filter(page__job__language="pap"))


def test_board_of_the_demo_begins_with_what_is_read_most(
    oeverstad: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = tmp_path / "demo.toml"
    data.write_text(
        '[[page]]\nlibrary = "oeverstad"\npath = "contact/"\nreads = { nl = 4, pl = 3 }\n', encoding="utf-8"
    )
    monkeypatch.setattr(reads, "DATA", data)
    for _time in range(2):
        reads.build(oeverstad.library)
    first, second = board(oeverstad.library).rows[:2]
    assert (first.title, first.reads_by_language, second.reads) == ("Contact en route", {"nl": 4, "pl": 3}, 0)
