"""An address that changes in the main language changes in all, and the old ones lead on."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from home.site.links.services import move_translations, rename_translations


def on_slug_changed(sender: type[Page], instance: Page, instance_before: Page, **_kwargs: Any) -> None:
    """Give the translations the new slug; each then tells its own old address."""
    for before, after in rename_translations(page=instance):
        page_slug_changed.send(sender=type(after), instance=after, instance_before=before)


def on_page_moved(
    sender: type[Page], instance: Page, parent_page_before: Page, parent_page_after: Page, **_kwargs: Any
) -> None:
    """Move the translations along with their source."""
    if parent_page_before.pk != parent_page_after.pk:
        move_translations(page=instance, parent=parent_page_after)


def connect() -> None:
    """Listen to Wagtail."""
    page_slug_changed.connect(on_slug_changed, dispatch_uid="home.site.links.slug")
    post_page_move.connect(on_page_moved, dispatch_uid="home.site.links.move")
