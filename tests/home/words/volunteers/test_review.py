"""The editor: asks, follows, reviews, sends back and publishes; of the own library only."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from home.mail.models import OutboxMessage
from home.persons.services import run_retention
from home.tenant.libraries.choices import Role
from home.tenant.libraries.services import switch_on_language
from home.tenant.users.models import User
from home.words.volunteers.choices import JobState
from home.words.volunteers.models import JobSentence, TranslationJob
from home.words.volunteers.services import (
    Written,
    create_job,
    publish_job,
    save_sentences,
    send_back,
    send_in,
)
from tests.factories.inside import signed_in
from tests.factories.letters import letter_of
from tests.factories.world import World, make_user

pytestmark = pytest.mark.django_db


def job_at(world: World, user: User, **facts: Any) -> TranslationJob:
    given = {"uuid": uuid4(), "language": "pl", "name": f"{world.library.slug}-Ola", "days": 14, "asked_by": user}
    return create_job(library=world.library, pages=[world.event], origin="", **given | facts)[0]


@pytest.fixture
def job(world: World, user: User) -> TranslationJob:
    return job_at(world, user)


@pytest.fixture
def theirs(neighbour: World) -> TranslationJob:
    return job_at(neighbour, make_user(Role.COMMUNICATION, neighbour.library))


def rows_of(job: TranslationJob) -> list[JobSentence]:
    return list(JobSentence.objects.filter(page__job=job).select_related("string"))


def form_of(world: World, **more: Any) -> dict[str, Any]:
    form = {"uuid": str(uuid4()), "language": "pl", "name": "Ola", "days": 14, "pages": [world.event.pk]}
    return form | more


def test_link_is_made_from_a_page_and_shown_once(editor: Client, world: World) -> None:
    page = editor.get(f"/admin/translators/start/?page={world.event.pk}").content.decode()
    answer = editor.post(f"/admin/translators/start/?page={world.event.pk}", form_of(world))
    text = answer.content.decode()
    job = TranslationJob.objects.get()
    path = text.split(f'value="http://{world.host}')[1].split('"')[0]
    assert (f'value="{world.event.pk}"' in page, "https://wa.me/?text=" in text) == (True, True)
    assert (world.client().get(path).status_code, "no-store" in answer.headers["Cache-Control"]) == (200, True)
    token = path.split("/")[-2]
    shown = [editor.get(one).content.decode() for one in ("/admin/translators/", f"/admin/translators/{job.uuid}/")]
    assert [token in one for one in shown] == [False, False]


def test_buttons_lead_there(editor: Client, world: World) -> None:
    path = f"/admin/translators/start/?page={world.event.pk}"
    screens = [f"/admin/pages/{world.event.pk}/edit/", f"/admin/translate/{world.event.pk}/"]
    assert [path in editor.get(one).content.decode() for one in screens] == [True, True]


@pytest.mark.parametrize("wrong", [{"language": "tr"}, {"pages": []}, {"name": ""}, {"days": 900}, {"email": "x"}])
def test_wrong_form_makes_nothing(wrong: dict[str, Any], editor: Client, world: World) -> None:
    answer = editor.post("/admin/translators/start/", form_of(world, **wrong))
    assert (answer.status_code, TranslationJob.objects.count()) == (200, 0)


def test_page_of_another_library_is_not_taken(editor: Client, world: World, neighbour: World) -> None:
    refused = editor.post("/admin/translators/start/", form_of(world, pages=[neighbour.event.pk]))
    asked = editor.get(f"/admin/translators/start/?page={neighbour.event.pk}")
    assert (refused.status_code, asked.status_code, TranslationJob.objects.count()) == (200, 404, 0)
    assert neighbour.event.title not in refused.content.decode()


def test_job_of_another_library_is_not_there(editor: Client, job: TranslationJob, theirs: TranslationJob) -> None:
    text = editor.get("/admin/translators/").content.decode()
    assert (job.name in text, theirs.name in text) == (True, False)
    key = rows_of(theirs)[0].pk
    answers = [
        editor.get(f"/admin/translators/{theirs.uuid}/"),
        editor.post(f"/admin/translators/{theirs.uuid}/", {f"text-{key}": "x", "action": "save"}),
        editor.post(f"/admin/translators/{theirs.uuid}/renew/"),
        editor.post(f"/admin/translators/{theirs.uuid}/withdraw/"),
        editor.get(f"/admin/translators/?library={theirs.library_id}"),
    ]
    before = theirs.expires_at
    theirs.refresh_from_db()
    assert [one.status_code for one in answers] == [404] * 5
    assert (theirs.state, theirs.expires_at, rows_of(theirs)[0].text) == (JobState.SENT, before, "")
    editor.post(f"/admin/translators/{job.uuid}/", {f"text-{key}": "x", "action": "save"})
    assert rows_of(theirs)[0].text == ""


def test_list_takes_as_many_queries_for_many_jobs(
    editor: Client, world: World, user: User, django_assert_max_num_queries: Any
) -> None:
    job_at(world, user)
    editor.get("/admin/translators/")
    with django_assert_max_num_queries(60) as one:
        editor.get("/admin/translators/")
    for _ in range(29):
        job_at(world, user)
    with django_assert_max_num_queries(60) as many:
        text = editor.get("/admin/translators/").content.decode()
    assert (text.count("/withdraw/"), len(one)) == (30, len(many))


def test_review_begins_with_what_asks_for_it(editor: Client, job: TranslationJob) -> None:
    first, second = rows_of(job)[:2]
    written = {row.pk: Written("słowa", is_unsure=row == second, remark="", version=0) for row in rows_of(job)}
    save_sentences(job=job, written=written)
    text = editor.get(f"/admin/translators/{job.uuid}/").content.decode()
    assert text.index(f'name="text-{second.pk}"') < text.index(f'name="text-{first.pk}"')


def test_gaps_are_refused_and_what_the_editor_wrote_is_kept(editor: Client, world: World, job: TranslationJob) -> None:
    row = rows_of(job)[0]
    answer = editor.post(f"/admin/translators/{job.uuid}/", {f"text-{row.pk}": "Wieczór", "action": "publish"})
    job.refresh_from_db()
    assert (answer.status_code, job.state, rows_of(job)[0].text) == (200, JobState.SENT, "Wieczór")
    assert not Page.objects.filter(
        translation_key=world.event.translation_key, locale__language_code="pl", live=True
    ).exists()


def test_lost_marks_count_as_a_gap(world: World, user: User, django_capture_on_commit_callbacks: Any) -> None:
    world.event.body = [("paragraph", "<p>Kom <b>gratis</b> langs.</p>")]
    world.event.save_revision().publish()
    job = job_at(world, user)
    written = {row.pk: Written("zwykły tekst", is_unsure=False, remark="", version=0) for row in rows_of(job)}
    save_sentences(job=job, written=written)
    with pytest.raises(ValidationError):
        publish_job(job=job, user=user)
    rich = next(row for row in rows_of(job) if row.source.tags)
    save_sentences(
        job=job, written={rich.pk: Written("Przyjdź [1]za darmo[/1].", is_unsure=False, remark="", version=1)}
    )
    with django_capture_on_commit_callbacks(execute=True):
        publish_job(job=job, user=user)
    shown = world.client().get("/pl/activiteiten/avond/").content.decode()
    assert "Przyjdź <b>za darmo</b>." in shown


def test_whole_job_is_put_on_the_site(
    editor: Client, world: World, job: TranslationJob, django_capture_on_commit_callbacks: Any
) -> None:
    form = {f"text-{row.pk}": f"{row.source.text} (pl)" for row in rows_of(job)}
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(f"/admin/translators/{job.uuid}/", form | {"action": "publish"})
    job.refresh_from_db()
    shown = world.client().get("/pl/activiteiten/avond/").content.decode()
    assert (answer.status_code, job.state, "Oever avond (pl)" in shown) == (302, JobState.PUBLISHED, True)
    editor.post(f"/admin/translators/{job.uuid}/", {f"text-{rows_of(job)[0].pk}": "later", "action": "save"})
    assert rows_of(job)[0].text != "later"


def test_source_that_changed_is_refused_with_a_sentence(editor: Client, world: World, job: TranslationJob) -> None:
    form = {f"text-{row.pk}": "słowa" for row in rows_of(job)}
    world.event.title = "Een heel andere titel"
    world.event.save_revision().publish()
    job.pages.get().translation.source.update_from_db()
    answer = editor.post(f"/admin/translators/{job.uuid}/", form | {"action": "publish"})
    job.refresh_from_db()
    assert (answer.status_code, job.state) == (200, JobState.SENT)


def test_job_goes_back_with_a_message_and_can_be_changed_again(editor: Client, world: World, user: User) -> None:
    job, link = create_job(
        library=world.library,
        uuid=uuid4(),
        pages=[world.event],
        language="pl",
        name="Ola",
        email="ola@example.org",
        asked_by=user,
        origin="",
        days=1,
    )
    send_in(job=job)
    empty = editor.post(f"/admin/translators/{job.uuid}/", {"action": "return", "message": ""})
    editor.post(f"/admin/translators/{job.uuid}/", {"action": "return", "message": "Popraw tytuł"})
    job.refresh_from_db()
    text = world.client().get(link).content.decode()
    assert (empty.status_code, job.state, "Popraw tytuł" in text, "<textarea" in text) == (
        200,
        JobState.RETURNED,
        True,
        True,
    )
    assert job.expires_at > timezone.now() + timedelta(days=10)
    text = letter_of(OutboxMessage.objects.filter(recipient="ola@example.org").latest("pk")).text
    assert ("Popraw tytuł" in text, link in text) == (True, False)


def test_only_what_was_sent_in_goes_back(job: TranslationJob) -> None:
    with pytest.raises(ValidationError):
        send_back(job=job, message="x", days=14)


def test_who_may_not_edit_pages_has_no_translators(world: World, job: TranslationJob) -> None:
    client = signed_in(world, make_user(Role.PARTNER, world.library))
    assert client.get(f"/admin/translators/{job.uuid}/").status_code in {302, 403, 404}


def test_volunteer_is_forgotten_after_the_job(job: TranslationJob, world: World, user: User) -> None:
    other = job_at(world, user)
    TranslationJob.objects.filter(pk=job.pk).update(
        email="ola@example.org", message="Hoi", closed_at=timezone.now() - timedelta(days=31)
    )
    JobSentence.objects.filter(page__job=job).update(remark="dat weet Ola")
    assert [run_retention().ended_at(world.library) for _ in range(2)] == [{"home.TranslationJob": 1}, {}]
    job.refresh_from_db()
    other.refresh_from_db()
    assert (job.name, job.email, job.message, other.name) == ("", "", "", "oever-Ola")
    assert (str(job), rows_of(job)[0].remark) == (f"VT-{job.pk:04d}", "")


def test_volunteer_of_a_job_that_nobody_closed_is_forgotten_too(job: TranslationJob, world: World) -> None:
    TranslationJob.objects.filter(pk=job.pk).update(expires_at=timezone.now() - timedelta(days=31))
    assert run_retention().ended_at(world.library) == {"home.TranslationJob": 1}


def test_newest_job_stands_first_with_the_titles_of_its_pages(
    editor: Client, world: World, user: User, job: TranslationJob, theirs: TranslationJob
) -> None:
    given = {"uuid": uuid4(), "language": "pl", "name": "Ewa", "days": 14, "asked_by": user}
    second = create_job(library=world.library, pages=[world.content, world.theme], origin="", **given)[0]
    TranslationJob.objects.filter(pk=job.pk).update(created_at=timezone.now() - timedelta(days=1))
    rows = editor.get("/admin/translators/").context["rows"]
    assert [(row.pk, titles) for row, titles in rows] == [
        (second.pk, [world.content.title, world.theme.title]),
        (job.pk, [world.event.title]),
    ]


def test_new_link_takes_no_days_away(editor: Client, job: TranslationJob) -> None:
    TranslationJob.objects.filter(pk=job.pk).update(expires_at=timezone.now() + timedelta(days=60))
    editor.post(f"/admin/translators/{job.uuid}/renew/")
    job.refresh_from_db()
    assert job.expires_at > timezone.now() + timedelta(days=59)


def test_each_sentence_of_a_review_says_its_language_and_direction(editor: Client, world: World, user: User) -> None:
    switch_on_language(library=world.library, code="ar")
    job = job_at(world, user, language="ar")
    row = rows_of(job)[0]
    save_sentences(job=job, written={row.pk: Written("أمسية", is_unsure=True, remark="هكذا؟", version=0)})
    page = BeautifulSoup(editor.get(f"/admin/translators/{job.uuid}/").content, "html.parser")
    field = page.find("textarea", id=f"text-{row.pk}")
    source, _written, now = field.find_parent("tr").find_all("td")
    assert [(one["lang"], one["dir"]) for one in (source.find(attrs={"lang": True}), field, now.div)] == [
        ("nl", "ltr"),
        ("ar", "rtl"),
        ("ar", "rtl"),
    ]
    assert (field.text.strip(), field.find_next("q")["dir"]) == ("أمسية", "auto")
