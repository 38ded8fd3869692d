"""Keeping the addresses of translations equal to that of their source."""

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from home.site.pages.publication import Moved, Renamed, tell_new_slug
from home.tenant.libraries.selectors import is_in_main_language

HOME_DEPTH = 2


def follow_slug(renamed: Renamed) -> None:
    """Give the translations of a page its new slug; each then tells its own old address."""
    for before, after in rename_translations(page=renamed.page):
        tell_new_slug(page=after, before=before)


def follow_move(moved: Moved) -> None:
    """Move the translations along with their source."""
    move_translations(page=moved.page, parent=moved.parent)


@transaction.atomic
def rename_translations(*, page: Page) -> list[tuple[Page, Page]]:
    """Give the translations of a source page its slug; return each as it was and as it is.

    Saved and not published: an address is no words, and who publishes a translation says that it is made from what its
    source says now.
    """
    if page.depth <= HOME_DEPTH or not is_in_main_language(page):
        return []
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is not None:
        # The copy that translations are made from must know the new slug too, or the next one brings the old back.
        source.update_from_db()
    renamed = []
    for twin in page.get_translations().exclude(slug=page.slug):
        before = twin.specific
        after = Page.objects.get(pk=twin.pk).specific
        after.slug = page.slug
        after.save(clean=False)
        renamed.append((before, after))
    return renamed


@transaction.atomic
def move_translations(*, page: Page, parent: Page) -> None:
    """Move the translations of a source page below the translations of its new parent, where those exist."""
    if not is_in_main_language(page):
        return
    for twin in page.get_translations():
        target = parent.get_translation_or_none(twin.locale)
        if target is not None and twin.get_parent().pk != target.pk:
            twin.move(target, pos="last-child")
