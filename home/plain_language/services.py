"""Writes: publish a page that is thought to be hard, because its editor says so."""

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page

from home.plain_language.selectors import Assessment
from home.users.models import User

OVERRULED = "home.plain_language.overruled"


@transaction.atomic
def hold_back(*, page: Page) -> None:
    """Make a draft of a new page that is not published after all: Wagtail puts it in the tree as live."""
    Page.objects.filter(pk=page.pk, first_published_at=None).update(live=False, has_unpublished_changes=True)


@transaction.atomic
def publish_anyway(*, page: Page, user: User, assessment: Assessment) -> None:
    """Publish the latest draft of a page, and put on record that its editor was warned.

    Args:
        page: the page, as it is in the tree.
        user: who decides it; the caller has checked that she may publish.
        assessment: what she was told.

    """
    log(
        instance=page,
        action=OVERRULED,
        user=user,
        data={"level": assessment.level.value, "score": round(assessment.douma)},
    )
    PublishPageRevisionAction(page.get_latest_revision(), user=user).execute(skip_permission_checks=True)
