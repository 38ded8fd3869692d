"""The personal link: who has it writes there and nowhere else, nothing written is lost, and it ends."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from wagtail_localize.models import StringTranslation

from home.mail.models import OutboxMessage
from home.personal_links import views as door
from home.personal_links.models import PersonalLink, hash_of
from home.site.pages.services import save_page
from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from home.words.volunteers.choices import JobState
from home.words.volunteers.models import JobSentence, TranslationJob
from home.words.volunteers.selectors import in_review
from home.words.volunteers.services import Written, create_job, publish_job, renew, save_sentences, send_in, withdraw
from tests.factories.letters import letter_of
from tests.factories.world import World, make_user, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(world: World) -> User:
    return make_user(Role.COMMUNICATION, world.library)


def make(world: World, user: User, *, pages: Any = None, **facts: Any) -> tuple[TranslationJob, str]:
    """A job, and the path of its link."""
    given = {"uuid": uuid4(), "language": "pl", "name": "Ola", "days": 14, "asked_by": user} | facts
    job, link = create_job(library=world.library, pages=pages or [world.event], origin=f"http://{world.host}", **given)
    return job, link.removeprefix(f"http://{world.host}")


@pytest.fixture
def made(world: World, editor: User) -> tuple[TranslationJob, str]:
    return make(world, editor)


def sentences(job: TranslationJob) -> list[JobSentence]:
    return list(JobSentence.objects.filter(page__job=job).select_related("string"))


def write_all(job: TranslationJob) -> None:
    save_sentences(
        job=job, written={row.pk: Written(f"{row.source.text} [pl]", False, "", row.version) for row in sentences(job)}
    )


def save(visitor: Client, path: str, row: JobSentence, text: str, **more: Any) -> Any:
    return visitor.post(
        f"{path}zin/{row.pk}/",
        {"text": text, "version": row.version, "remark": ""} | more,
        headers={"Accept": "application/json"},
    )


def test_link_is_stored_as_a_hash_only(made: tuple[TranslationJob, str]) -> None:
    job, path = made
    token = path.split("/")[-2]
    stored = repr([list(model.objects.values()) for model in (TranslationJob, PersonalLink, OutboxMessage)])
    assert (len(token) >= 43, token in stored) == (True, False)
    assert PersonalLink.objects.get(subject=job.uuid).token_hash == hash_of(token)


def test_page_shows_sentences_in_an_interface_of_the_language(
    visitor: Client, made: tuple[TranslationJob, str], world: World
) -> None:
    answer = visitor.get(made[1])
    text = answer.content.decode()
    assert ('<html lang="pl"' in text, world.event.title in text, world.theme.title in text) == (True, True, False)
    kept = [answer.headers[name] for name in ("Referrer-Policy", "Cache-Control", "X-Robots-Tag")]
    assert (kept, dict(visitor.cookies)) == (["no-referrer", "no-store", "noindex, nofollow"], {})


def test_job_begins_with_a_button_and_not_by_looking(visitor: Client, made: tuple[TranslationJob, str]) -> None:
    job, path = made
    row = sentences(job)[0]
    looked = visitor.get(path).content.decode()
    job.refresh_from_db()
    assert (job.state, f'id="text-{row.pk}"' in looked, looked.count("<button")) == (JobState.SENT, False, 1)
    answer = visitor.post(path, {"action": "begin"}, follow=True)
    job.refresh_from_db()
    assert (job.state, f'id="text-{row.pk}"' in answer.content.decode()) == (JobState.OPENED, True)


def test_unknown_link_is_not_there(visitor: Client, made: tuple[TranslationJob, str]) -> None:
    answer = visitor.get("/pl/vertalen/raden/")
    assert (answer.status_code, made[0].name in answer.content.decode()) == (404, False)
    assert answer.headers["Cache-Control"] == "no-store"


def test_link_of_another_library_is_not_there(
    visitor: Client, neighbour: World, made: tuple[TranslationJob, str]
) -> None:
    job, path = make(neighbour, make_user(Role.COMMUNICATION, neighbour.library))
    row = sentences(job)[0]
    assert (visitor.get(path).status_code, save(visitor, path, row, "x").status_code) == (404, 404)
    mixed = save(visitor, made[1], row, "x")
    row.refresh_from_db()
    assert (mixed.status_code, row.text, neighbour.client().get(path).status_code) == (404, "", 200)


@pytest.mark.parametrize("how", ["expired", "withdrawn", "renewed"])
def test_link_that_ended_opens_nothing(how: str, visitor: Client, made: tuple[TranslationJob, str]) -> None:
    job, path = made
    row = sentences(job)[0]
    if how == "expired":
        TranslationJob.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    elif how == "withdrawn":
        withdraw(job=job)
    else:
        fresh = renew(job=job, days=14, origin="")
        assert visitor.get(fresh).status_code == 200
    answers = [visitor.get(path), save(visitor, path, row, "x"), visitor.get(f"{path}voorbeeld/1/")]
    row.refresh_from_db()
    assert ([one.status_code for one in answers], row.text) == ([410] * 3, "")
    assert row.source.text not in answers[0].content.decode()


def test_guessing_links_is_slowed_down_and_the_right_one_still_opens(
    visitor: Client, made: tuple[TranslationJob, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "MISSES", replace(door.MISSES, free=3))
    answers = [visitor.get(f"/pl/vertalen/raden-{number}/").status_code for number in range(5)]
    assert (answers, visitor.get(made[1]).status_code) == ([404, 404, 404, 429, 429], 200)


def test_saving_is_limited_per_link(
    visitor: Client, made: tuple[TranslationJob, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "POSTS", replace(door.POSTS, free=1))
    row = sentences(made[0])[0]
    answers = [save(visitor, made[1], row, "a") for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 429]
    assert (answers[1]["Retry-After"], "1" in answers[1].json()["problem"]) == ("60", True)


def test_who_has_to_wait_keeps_what_was_typed(
    visitor: Client, made: tuple[TranslationJob, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "POSTS", replace(door.POSTS, free=1))
    row = sentences(made[0])[0]
    given = {f"text-{row.pk}": "Wieczór <w> domu", f"version-{row.pk}": "0", "action": "send"}
    visitor.post(made[1], {})
    answer = visitor.post(made[1], given)
    text = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], "Spróbowano tego zbyt często." in text) == (429, "60", True)
    assert [f'name="{name}" value="{escape(value)}"' in text for name, value in given.items()] == [True, True, True]


def test_sentence_saves_by_itself_and_twice_is_once(visitor: Client, made: tuple[TranslationJob, str]) -> None:
    job, path = made
    row = sentences(job)[0]
    answers = [save(visitor, path, row, "Wieczór", unsure="on", remark="czy tak?") for _ in range(2)]
    row.refresh_from_db()
    assert [one.json()["version"] for one in answers] == [1, 1]
    assert (row.text, row.is_unsure, row.remark, row.version) == ("Wieczór", True, "czy tak?", 1)
    assert (answers[0].json()["done"], StringTranslation.objects.count()) == (1, 0)


def test_older_copy_does_not_overwrite_a_newer_one(visitor: Client, made: tuple[TranslationJob, str]) -> None:
    job, path = made
    row = sentences(job)[0]
    save(visitor, path, row, "eerst")
    answer = save(visitor, path, row, "anders")
    row.refresh_from_db()
    assert (answer.status_code, answer.json()["stored"]["text"], row.text) == (409, "eerst", "eerst")
    assert save(visitor, path, row, "anders").status_code == 200


def test_form_without_script_saves_all_and_keeps_what_was_typed(
    visitor: Client, made: tuple[TranslationJob, str]
) -> None:
    job, path = made
    rows = sentences(job)
    form = {f"text-{row.pk}": f"tekst {row.pk}" for row in rows} | {f"version-{row.pk}": 0 for row in rows}
    assert visitor.post(path, form | {"action": "page-1"}).status_code == 302
    assert [row.text for row in sentences(job)] == [f"tekst {row.pk}" for row in rows]
    again = visitor.post(path, form | {f"text-{rows[0].pk}": "mijn woorden", "action": "send"})
    job.refresh_from_db()
    shown = again.content.decode()
    assert (again.status_code, "mijn woorden" in shown, f"tekst {rows[0].pk}" in shown) == (409, True, True)
    assert job.state == JobState.OPENED


def test_sent_in_with_gaps_is_read_only_and_mailed_to_the_editor(
    visitor: Client, made: tuple[TranslationJob, str], editor: User
) -> None:
    job, path = made
    row = sentences(job)[0]
    save(visitor, path, row, "Wieczór")
    assert "#zin-" in visitor.get(path).content.decode()
    visitor.post(path, {"action": "send"})
    job.refresh_from_db()
    text = visitor.get(path).content.decode()
    assert (job.state, "<textarea" in text, "Wieczór" in text) == (JobState.SENT_IN, False, True)
    row.refresh_from_db()
    assert save(visitor, path, row, "later").status_code == 410
    mail = OutboxMessage.objects.get(recipient=editor.email)
    text = letter_of(mail).text
    assert (f"/admin/translators/{job.uuid}/" in text, mail.language) == (True, "nl")
    assert "Ola" not in text


def test_mail_to_the_volunteer_holds_the_link(world: World, editor: User) -> None:
    job, path = make(world, editor, email="ola@example.org")
    mail = OutboxMessage.objects.get()
    assert (mail.recipient, mail.language) == ("ola@example.org", "pl")
    links = [re.search(r"http://oever\.test(/\S+)", letter_of(mail).text)[1] for _attempt in range(2)]
    # Each attempt has a link of its own; all of them open the job, and so does the one that the editor saw.
    assert [world.client().get(link).status_code for link in (*links, path)] == [200, 200, 200]
    assert len({*links, path}) == 3
    withdraw(job=job)
    assert [world.client().get(link).status_code for link in (*links, path)] == [410, 410, 410]


def test_form_sent_twice_makes_one_job(world: World, editor: User, visitor: Client) -> None:
    key = uuid4()
    paths = [make(world, editor, uuid=key)[1] for _ in range(2)]
    assert TranslationJob.objects.count() == 1
    assert [visitor.get(path).status_code for path in paths] == [410, 200]


def test_preview_shows_the_draft_and_only_pages_of_the_job(
    visitor: Client, made: tuple[TranslationJob, str], world: World
) -> None:
    job, path = made
    title = next(row for row in sentences(job) if row.source.text == world.event.title)
    save(visitor, path, title, "Wieczór w Oever")
    answer = visitor.get(f"{path}voorbeeld/1/")
    text = answer.content.decode()
    assert ("Wieczór w Oever" in text, answer.headers["X-Robots-Tag"]) == (True, "noindex, nofollow")
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert visitor.get(f"{path}voorbeeld/2/").status_code == 404
    assert "Wieczór w Oever" not in visitor.get("/pl/activiteiten/avond/").content.decode()


def test_what_a_person_translated_before_stands_there_and_what_a_machine_did_does_not(
    world: World, editor: User
) -> None:
    translate(world.event, "pl")
    first = StringTranslation.objects.filter(context__object_id=world.event.translation_key).first()
    assert first is not None
    first.translation_type = StringTranslation.TRANSLATION_TYPE_MACHINE
    first.save()
    job, _path = make(world, editor)
    rows = {row.string_id: row.text for row in sentences(job)}
    assert rows.pop(first.translation_of_id) == ""
    assert all(text.endswith("[pl]") for text in rows.values())


def test_jobs_that_somebody_is_busy_with_are_in_review(world: World, neighbour: World, editor: User) -> None:
    make(neighbour, make_user(Role.COMMUNICATION, neighbour.library))
    job, _path = make(world, editor)
    wanted = {(world.event.translation_key, "pl")}
    assert in_review(world.library) == wanted
    send_in(job=job)
    TranslationJob.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert in_review(world.library) == wanted
    withdraw(job=job)
    assert in_review(world.library) == set()


def test_number_of_queries_does_not_grow_with_the_sentences(
    visitor: Client, world: World, editor: User, django_assert_num_queries: Any
) -> None:
    counts = []
    for number in (1, 30):
        body = [("paragraph", f"<p>Zin {one} van {number}.</p>") for one in range(number)]
        page = save_page(model=type(world.content), parent=world.home, slug=f"lang-{number}", title="Lang", body=body)
        _job, path = make(world, editor, pages=[page])
        visitor.post(path, {"action": "begin"})
        with django_assert_num_queries(6):
            text = visitor.get(path).content.decode()
        counts.append(text.count("<textarea"))
    assert counts == [2, 31]


def test_published_words_are_a_persons(world: World, editor: User, django_capture_on_commit_callbacks: Any) -> None:
    job, _path = make(world, editor)
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=row.string,
            context_id=row.context_id,
            locale=job.pages.get().translation.target_locale,
            data="maszyna",
            translation_type="machine",
            tool_name="maszyna",
        )
        for row in sentences(job)
    )
    write_all(job)
    with django_capture_on_commit_callbacks(execute=True):
        publish_job(job=job, user=editor)
    kinds = set(StringTranslation.objects.values_list("translation_type", "tool_name", "last_translated_by"))
    assert kinds == {("manual", "", editor.pk)}
    assert "Oever avond [pl]" in world.client().get("/pl/activiteiten/avond/").content.decode()


def test_written_is_cut_to_what_fits(made: tuple[TranslationJob, str]) -> None:
    row = sentences(made[0])[0]
    long = Written("ż" * 20_000, False, "r" * 900, 0)
    save_sentences(job=made[0], written={row.pk: replace(long)})
    row.refresh_from_db()
    assert (len(row.text), len(row.remark)) == (10_000, 500)
