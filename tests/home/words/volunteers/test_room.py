"""Words that do not fit their field are said so at once, to volunteer and editor alike, and nothing written is lost."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from home.tenant.languages.selectors import surplus_of
from home.tenant.languages.services import NoRoomError, publish_translation, store_sentence
from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from home.words.volunteers.choices import JobState
from home.words.volunteers.models import JobSentence, TranslationJob
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user
from tests.home.words.volunteers.test_link import make, save, sentences

pytestmark = pytest.mark.django_db

ROOM = 255  # of a title


@pytest.fixture
def user(world: World) -> User:
    return make_user(Role.COMMUNICATION, world.library)


@pytest.fixture
def made(world: World, user: User) -> tuple[TranslationJob, str]:
    return make(world, user)


def title_of(job: TranslationJob) -> JobSentence:
    return next(row for row in sentences(job) if row.context.path == "title")


def publishes(world: World, user: User, job: TranslationJob, **typed: str) -> Any:
    """The editor presses the button; each sentence without words of its own gets some."""
    words = {f"text-{row.pk}": row.text or "słowa" for row in sentences(job)}
    return signed_in(world, user).post(f"/admin/translators/{job.uuid}/", words | typed | {"action": "publish"})


@pytest.mark.parametrize(
    ("text", "surplus"),
    [("ż" * ROOM, 0), ("ż" * (ROOM + 1), 1), ("ż" * ROOM + "  \n ", 0), ("ż" * 250 + " & x", 3)],
    ids=["just fits", "one too many", "white space", "sign that is stored longer"],
)
def test_volunteer_reads_at_the_field_how_much_too_long_it_is(
    text: str, surplus: int, visitor: Client, made: tuple[TranslationJob, str]
) -> None:
    job, path = made
    row = title_of(job)
    answer = save(visitor, path, row, text)
    row.refresh_from_db()
    told = answer.json()["problem"]
    assert (answer.status_code, row.text, row.surplus) == (200, text, surplus)
    assert (bool(told), str(surplus) in told, answer.json()["done"]) == (bool(surplus), bool(surplus), int(not surplus))
    shown = visitor.get(path)
    card = next(card for page in shown.context["pages"] for card in page.rows if card.pk == row.pk)
    assert (card.problem, text.strip() in shown.content.decode().replace("&amp;", "&")) == (told, True)


def test_longer_text_fits_where_a_field_has_no_limit(visitor: Client, made: tuple[TranslationJob, str]) -> None:
    row = next(row for row in sentences(made[0]) if row.context.path == "search_description")
    assert save(visitor, made[1], row, "ż" * 900).json()["problem"] == ""


def test_without_a_script_the_sentence_stands_there_too(visitor: Client, made: tuple[TranslationJob, str]) -> None:
    job, path = made
    row = title_of(job)
    form = {f"text-{row.pk}": "ż" * 300, f"version-{row.pk}": row.version, "action": "page-1"}
    text = visitor.post(path, form, follow=True).content.decode()
    assert ("45" in text, "sentence--problem" in text, "ż" * 300 in text) == (True, True, True)


def test_editor_reads_a_sentence_and_the_words_are_kept(
    world: World, user: User, made: tuple[TranslationJob, str]
) -> None:
    job, _path = made
    row = title_of(job)
    answer = publishes(world, user, job, **{f"text-{row.pk}": "ż" * 300})
    job.refresh_from_db()
    row.refresh_from_db()
    assert (answer.status_code, job.state, row.text) == (200, JobState.SENT, "ż" * 300)
    [rows] = [rows for _title, rows in answer.context["pages"]]
    assert [card.pk for card in rows if card.problem] == [row.pk]
    assert StringTranslation.objects.count() == 0
    assert publishes(world, user, job, **{f"text-{row.pk}": "ż" * ROOM}).status_code == 302


def test_page_that_cannot_be_saved_is_refused_with_a_sentence(
    world: World, user: User, made: tuple[TranslationJob, str]
) -> None:
    job, _path = made
    # What an editor meanwhile made of the page: a field that no volunteer sees.
    page = Page.objects.get(translation_key=world.event.translation_key, locale__language_code="pl")
    type(page.specific).objects.filter(pk=page.pk).update(status="")
    answer = publishes(world, user, job)
    job.refresh_from_db()
    assert (answer.status_code, job.state, StringTranslation.objects.count()) == (200, JobState.SENT, 0)
    assert '<li class="error">' in answer.content.decode()


def test_store_takes_nothing_that_is_too_long(made: tuple[TranslationJob, str], user: User) -> None:
    row = title_of(made[0])
    translation = made[0].pages.get().translation
    with pytest.raises(NoRoomError):
        store_sentence(translation=translation, string_id=row.string_id, context=row.context, data="ż" * 256, user=user)
    assert StringTranslation.objects.count() == 0
    for one in sentences(made[0]):
        store_sentence(translation=translation, string_id=one.string_id, context=one.context, data="ż", user=user)
    publish_translation(translation=translation, user=user)


@pytest.mark.parametrize(
    ("path", "room"),
    [("title", 255), ("seo_title", 255), ("place", 120), ("search_description", None), ("body.1-2.title", None)],
)
def test_every_field_has_its_own_limit(path: str, room: int | None, made: tuple[TranslationJob, str]) -> None:
    source = made[0].pages.get().translation.source
    assert surplus_of(source, path, "ż" * 700) == (700 - room if room else 0)
