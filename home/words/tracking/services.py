"""Writes: the words a translation was made from, and changes that were small."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from home.site.pages.pages import BasePage
from home.site.pages.publication import Published
from home.tenant.languages.segments import digest_of
from home.tenant.users.models import User
from home.words.tracking.models import SmallChange, WordsSnapshot


@transaction.atomic
def keep_words(published: Published) -> None:
    """Keep the words that a page was just published with (source), or made from (translation)."""
    if published.is_public:
        _keep(published, timezone.now())


def _keep(published: Published, moment: datetime) -> None:
    if published.translation is None:
        _keep_source(published, moment)
    else:
        _keep_translation(published, moment)


def _keep_source(published: Published, moment: datetime) -> None:
    page, words = published.page, published.made_from
    digest = digest_of(words)
    kept = WordsSnapshot.objects.filter(page=page).first()
    if kept is None or kept.digest != digest:
        WordsSnapshot.objects.update_or_create(
            page_id=page.pk, defaults={"segments": words, "digest": digest, "made_on": moment}
        )
    elif kept.segments != words:
        # Only their order: what changed is shown in the order that readers see.
        WordsSnapshot.objects.filter(pk=kept.pk).update(segments=words)
    rows = WordsSnapshot.objects.filter(page__in=page.get_translations().values("pk"))
    rows.filter(digest=digest).update(outdated_since=None)
    rows.exclude(digest=digest).filter(outdated_since=None).update(outdated_since=moment)


def _keep_translation(published: Published, moment: datetime) -> None:
    words = published.made_from
    made_from = digest_of(words)
    judged = SmallChange.objects.filter(page=published.page, made_from=made_from).first()
    digest = judged.valid_for if judged else made_from
    source = _source_of(published)
    is_right = source is None or source.digest == digest
    WordsSnapshot.objects.update_or_create(
        page_id=published.page.pk,
        defaults={
            "segments": words,
            "digest": digest,
            "made_on": moment,
            "outdated_since": None if source is None or is_right else source.made_on,
        },
    )


def _source_of(published: Published) -> WordsSnapshot | None:
    """What is known of the page that this one was translated from; nothing for a source."""
    translation = published.translation
    if translation is None:
        return None
    return WordsSnapshot.objects.filter(
        page__translation_key=published.page.translation_key, page__locale_id=translation.source.locale_id
    ).first()


@transaction.atomic
def keep_missing_words() -> None:
    """Keep the words of live pages of which nothing is known; of sources first, then of translations.

    A translation is taken to be made from what was last taken over from its source.
    """
    known = WordsSnapshot.objects.values("page_id")
    pages = Page.objects.filter(live=True, alias_of=None).type(BasePage).exclude(pk__in=known)
    found = [Published(page) for page in pages.specific().iterator()]
    for published in sorted(found, key=lambda one: one.translation is not None):
        _keep(published, published.page.last_published_at or timezone.now())


@transaction.atomic
def accept_small_change(*, page: Page, user: User | None = None) -> None:
    """Let an outdated translation count as right for what the source says now, and note who judged so."""
    kept = WordsSnapshot.objects.select_for_update().filter(page=page).first()
    source = _source_of(Published(page))
    if kept is None or source is None or kept.digest == source.digest:
        return
    made_from = digest_of(kept.segments) if kept.segments else kept.digest
    SmallChange.objects.create(
        page=page, made_from=made_from, valid_for=source.digest, by=user, judged_on=timezone.now()
    )
    kept.digest, kept.outdated_since = source.digest, None
    kept.save(update_fields=["digest", "outdated_since"])


@transaction.atomic
def accept_for_all(*, source: Page, user: User | None = None) -> int:
    """Let each translation that the last publication made outdated count as right; return how many there were.

    A translation that had become outdated earlier stays so: nobody judged that change. Nothing is judged when the
    words are published later, or were not changed by the last publication.
    """
    source = Page.objects.get(pk=source.pk)
    kept = WordsSnapshot.objects.filter(page=source).first()
    is_out = source.live_revision_id == source.latest_revision_id
    if kept is None or not is_out or source.last_published_at is None or kept.made_on < source.last_published_at:
        return 0
    translations = source.get_translations().values("pk")
    newly = WordsSnapshot.objects.filter(page__in=translations, outdated_since=kept.made_on).select_related("page")
    pages = [row.page for row in newly]
    for page in pages:
        accept_small_change(page=page, user=user)
    return len(pages)
