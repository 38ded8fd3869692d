"""Every way in which a text goes out asks about a hard one first: many at once, an approval, a planned moment."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupApprovalTask, PageLogEntry, TaskState, Workflow, WorkflowPage, WorkflowTask

from home.site.pages.pages import ContentPage
from home.tenant.users.models import User
from home.words.plain_language.services import OVERRULED
from tests.factories.world import World
from tests.home.words.plain_language.conftest import HARD, PLAIN
from tests.home.words.plain_language.test_help import form_with

pytestmark = pytest.mark.django_db
Maker = Callable[..., ContentPage]


def bulk(*pages: ContentPage) -> str:
    return "/admin/bulk/wagtailcore/page/publish/?" + "&".join(f"id={page.pk}" for page in pages)


def shows(page: ContentPage, word: str) -> bool:
    """Whether visitors see the word."""
    return word in str(ContentPage.objects.get(pk=page.pk).body)


def warned() -> list[int]:
    """The pages that went out after a warning."""
    return list(PageLogEntry.objects.filter(action=OVERRULED).values_list("page_id", flat=True))


def warning_of(html: str) -> str:
    """The part of the screen that warns; empty when it warns of nothing."""
    _before, _mark, after = html.partition('aria-labelledby="plain-language-hard"')
    return after.partition("</section>")[0]


def test_bulk_screen_names_the_hard_page_and_not_the_plain_one(editor: Client, draft_with: Maker) -> None:
    hard, plain = draft_with(HARD, slug="moeilijk"), draft_with(PLAIN, slug="gewoon")
    warning = warning_of(editor.get(bulk(hard, plain)).content.decode())
    assert (f"/admin/pages/{hard.pk}/edit/" in warning, f"/admin/pages/{plain.pk}/edit/" in warning) == (True, False)


def test_bulk_screen_is_silent_about_plain_pages(editor: Client, draft_with: Maker) -> None:
    html = editor.get(bulk(draft_with(PLAIN))).content.decode()
    assert ("Een bladzijde" in html, warning_of(html)) == (True, "")


def test_bulk_screen_names_hard_drafts_below(editor: Client, page_with: Maker, world: World) -> None:
    hard = page_with(HARD, slug="moeilijk")
    hard.unpublish()
    warning = warning_of(editor.get(bulk(world.home)).content.decode())
    assert f"/admin/pages/{hard.pk}/edit/" in warning


def test_bulk_publishing_after_the_warning_is_on_record(editor: Client, draft_with: Maker) -> None:
    hard, plain = draft_with(HARD, slug="moeilijk"), draft_with(PLAIN, slug="gewoon")
    editor.post(bulk(hard, plain))
    assert (shows(hard, "Teneinde"), warned()) == (True, [hard.pk])


def test_bulk_screen_looks_at_no_page_of_the_neighbour(editor: Client, draft_with: Maker, neighbour: World) -> None:
    page = draft_with(HARD, place=neighbour)
    answer = editor.get(bulk(page))
    assert (answer.status_code, warning_of(answer.content.decode())) == (404, "")


@pytest.fixture
def waiting(draft_with: Maker, editor: Client, world: World) -> Callable[..., tuple[ContentPage, TaskState]]:
    """A page with a text that waits for the editor's approval, which is the last of so many."""

    def make(text: str, steps: int = 1) -> tuple[ContentPage, TaskState]:
        page = draft_with(text)
        user = User.objects.get(pk=editor.session["_auth_user_id"])
        group = Group.objects.create(name="keurders")
        user.groups.add(group)
        workflow = Workflow.objects.create(name="Keuren")
        for number in range(steps):
            task = GroupApprovalTask.objects.create(name=f"Stap {number}")
            task.groups.add(group)
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
        WorkflowPage.objects.create(workflow=workflow, page=world.home)
        state = workflow.start(page, user)
        return page, state.current_task_state

    return make


def approve(page: ContentPage, task: TaskState) -> str:
    return f"/admin/pages/workflow/action/{page.pk}/approve/{task.pk}/"


def test_approving_a_plain_page_publishes_it(editor: Client, waiting: Any) -> None:
    page, task = waiting(PLAIN.replace("Kom op", "Kom ook op"))
    editor.post(approve(page, task))
    assert (shows(page, "Kom ook op"), warned()) == (True, [])


def test_approving_a_hard_page_asks_once_more(editor: Client, waiting: Any) -> None:
    page, task = waiting(HARD)
    html = editor.post(approve(page, task)).content.decode()
    assert ("Splits deze zin." in html, f'action="{approve(page, task)}"' in html) == (True, True)
    assert (shows(page, "Teneinde"), warned()) == (False, [])

    editor.post(approve(page, task), {"plain_language": "on", "comment": "Het is goed zo."})
    task.refresh_from_db()
    assert (shows(page, "Teneinde"), warned(), task.comment) == (True, [page.pk], "Het is goed zo.")


def test_approval_that_is_not_the_last_asks_nothing(editor: Client, waiting: Any) -> None:
    page, task = waiting(HARD, steps=2)
    editor.post(approve(page, task))
    task.refresh_from_db()
    assert (task.status, shows(page, "Teneinde"), warned()) == (TaskState.STATUS_APPROVED, False, [])


def test_window_for_a_comment_has_a_tick_for_a_hard_page(editor: Client, waiting: Any) -> None:
    page, task = waiting(HARD)
    window = {"x-requested-with": "XMLHttpRequest"}
    assert 'name=\\"plain_language\\"' in editor.get(approve(page, task), headers=window).content.decode()
    answer = editor.post(approve(page, task), {"comment": "Goed."}, headers=window)
    assert ('name=\\"plain_language\\"' in answer.content.decode(), shows(page, "Teneinde")) == (True, False)

    editor.post(approve(page, task), {"comment": "Goed.", "plain_language": "on"}, headers=window)
    assert (shows(page, "Teneinde"), warned()) == (True, [page.pk])


def test_window_for_a_comment_has_no_tick_for_a_plain_page_or_another_action(editor: Client, waiting: Any) -> None:
    page, task = waiting(HARD)
    window = {"x-requested-with": "XMLHttpRequest"}
    refuse = approve(page, task).replace("/approve/", "/reject/")
    assert "plain_language" not in editor.get(refuse, headers=window).content.decode()


def test_approving_in_the_form_saves_and_asks_once_more(editor: Client, waiting: Any) -> None:
    page, task = waiting(PLAIN)
    sent = form_with(HARD) | {
        "action-workflow-action": "1",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": '{"comment": "Met dank"}',
    }
    html = editor.post(f"/admin/pages/{page.pk}/edit/", sent).content.decode()
    page.refresh_from_db()
    assert (f'action="{approve(page, task)}"' in html, 'value="Met dank"' in html) == (True, True)
    assert (shows(page, "Teneinde"), "Teneinde" in str(page.get_latest_revision_as_object().body)) == (False, True)


def test_approving_a_plain_text_in_the_form_asks_nothing(editor: Client, waiting: Any) -> None:
    page, _task = waiting(HARD)
    sent = form_with(PLAIN.replace("Kom op", "Kom ook op"))
    more = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    editor.post(f"/admin/pages/{page.pk}/edit/", sent | more)
    assert (shows(page, "Kom ook op"), warned()) == (True, [])


def test_planning_a_hard_page_asks_once_more_and_then_plans_it(editor: Client, page_with: Maker) -> None:
    page = page_with(PLAIN)
    moment = timezone.localtime() + timedelta(days=3)
    planned = {"go_live_at": f"{moment:%Y-%m-%d %H:%M}", "action-publish": "1"}
    html = editor.post(f"/admin/pages/{page.pk}/edit/", form_with(HARD) | planned).content.decode()
    page.refresh_from_db()
    assert ("Splits deze zin." in html, page.approved_schedule, warned()) == (True, False, [])
    assert f"{moment:%H:%M}" in html

    answer = editor.post(
        f"/admin/plain-language/{page.pk}/publish/", {"revision": page.latest_revision_id}, follow=True
    )
    page = ContentPage.objects.get(pk=page.pk)
    assert (page.scheduled_revision.pk, shows(page, "Teneinde")) == (page.latest_revision_id, False)
    assert (f"{moment:%H:%M}" in answer.content.decode(), warned()) == (True, [page.pk])
