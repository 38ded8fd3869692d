"""Writes: publish a text that is thought to be hard, because its editor says so."""

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.tenant.languages.services import refuse_gaps
from home.tenant.users.models import User
from home.words.plain_language.selectors import Assessment

OVERRULED = "home.words.plain_language.overruled"


@transaction.atomic
def hold_back(*, page: Page) -> None:
    """Make a draft of a new page that is not published after all: Wagtail puts it in the tree as live."""
    Page.objects.filter(pk=page.pk, first_published_at=None).update(live=False, has_unpublished_changes=True)


@transaction.atomic
def record(*, page: Page, user: User, assessment: Assessment) -> None:
    """Put on record that a hard text goes out, and that its editor was warned.

    Args:
        page: the page, as it is in the tree.
        user: who decides it.
        assessment: what she was told.

    """
    log(
        instance=page,
        action=OVERRULED,
        user=user,
        data={"level": assessment.level.value, "score": round(assessment.douma)},
    )


def publish_translation_anyway(*, page: Page, translation: Translation, user: User, assessment: Assessment) -> None:
    """Publish a whole translation into easy Dutch, and put on record that its editor was warned.

    Raises:
        TranslationIncompleteError: a sentence is missing; nothing changes for the reader.
        ValidationError: a sentence does not fit its field. The package has noted which, and that has to stay: hence
            no transaction around it.

    """
    refuse_gaps(translation=translation)
    translation.save_target(user=user, publish=True)
    record(page=page, user=user, assessment=assessment)


@transaction.atomic
def publish_anyway(*, page: Page, user: User, assessment: Assessment) -> None:
    """Publish the latest draft of a page, and put on record that its editor was warned.

    Args:
        page: the page, as it is in the tree.
        user: who decides it; the caller has checked that she may publish.
        assessment: what she was told.

    """
    record(page=page, user=user, assessment=assessment)
    PublishPageRevisionAction(page.get_latest_revision(), user=user).execute(skip_permission_checks=True)
