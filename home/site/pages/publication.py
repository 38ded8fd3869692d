"""What follows when a page is published, gets another slug or is moved: one list of steps for each, in one order."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, post_page_move
from wagtail_localize.models import Translation

from home.site.pages.pages import BasePage
from home.tenant.languages.segments import Segment, segments_of, sentences_of
from home.tenant.languages.services import translation_into
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_of_page

Fact = TypeVar("Fact")


class Published:
    """A page that readers see now, with what the steps want to know of it: each is found out once, when first asked."""

    def __init__(self, page: Page) -> None:
        self.page = page.specific

    @property
    def is_public(self) -> bool:
        """Whether it is a page for residents with words of its own: none of the intranet, and no alias."""
        return isinstance(self.page, BasePage) and self.page.alias_of_id is None

    @cached_property
    def language(self) -> str:
        """The code of its language."""
        return str(self.page.locale.language_code)

    @cached_property
    def library(self) -> Library | None:
        """Whose page it is."""
        return library_of_page(self.page)

    @cached_property
    def translation(self) -> Translation | None:
        """The row that says what it was translated from; none for a source page. One query."""
        return translation_into(self.page)

    @cached_property
    def source(self) -> Page:
        """The page that it was translated from, as readers see it now; the page itself when it is the source."""
        if self.translation is None:
            return self.page
        return self.page.get_translations().get(locale_id=self.translation.source.locale_id)

    @cached_property
    def segments(self) -> list[Segment]:
        """Its own sentences. Taking them out is the dearest part of a publication, so no step does that itself."""
        return segments_of(self.page)

    @cached_property
    def made_from(self) -> list[str]:
        """The sentences of the source that it was made from; of a source page its own. One query for a translation."""
        if self.translation is None:
            return [segment.html for segment in self.segments]
        return sentences_of(self.translation.source)


@dataclass(frozen=True, slots=True)
class Renamed:
    """A page that got another slug, as it is and as it was."""

    page: Page
    before: Page


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that was moved, and the page that it hangs under now."""

    page: Page
    parent: Page


@dataclass(frozen=True, slots=True)
class Step(Generic[Fact]):
    """One thing that follows. ``order`` says when: the ground has 1 to 99, the plein 100 to 199, the work from 200."""

    order: int
    name: str
    run: Callable[[Fact], None]


class Steps(Generic[Fact]):
    """What follows on one kind of fact, in one order. Areas add theirs when they are loaded."""

    def __init__(self) -> None:
        self._steps: dict[int, Step[Fact]] = {}

    def __iter__(self) -> Any:
        return iter(step for _order, step in sorted(self._steps.items()))

    def add(self, *steps: Step[Fact]) -> None:
        """Let these follow too; the same once more changes nothing.

        Raises:
            ValueError: when another step has the place.

        """
        for step in steps:
            there = self._steps.setdefault(step.order, step)
            if there != step:
                message = f"{step.name} wants the place of {there.name}, {step.order}: which one comes first?"
                raise ValueError(message)

    @transaction.atomic
    def run(self, fact: Fact) -> None:
        """Take all steps, or, when one fails, none."""
        for step in self:
            step.run(fact)


after_publication: Steps[Published] = Steps()
after_renaming: Steps[Renamed] = Steps()
after_move: Steps[Moved] = Steps()


def _on_published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    after_publication.run(Published(instance))


def _on_slug_changed(sender: type[Page], instance: Page, instance_before: Page, **_kwargs: Any) -> None:
    after_renaming.run(Renamed(instance, instance_before))


def _on_moved(
    sender: type[Page], instance: Page, parent_page_before: Page, parent_page_after: Page, **_kwargs: Any
) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        after_move.run(Moved(instance, parent_page_after))


def tell_new_slug(*, page: Page, before: Page) -> None:
    """Say that this page too has another slug: its old address leads on, and what follows on a new slug follows."""
    page_slug_changed.send(sender=type(page), instance=page, instance_before=before)


def connect() -> None:
    """Listen to Wagtail; nobody else does."""
    page_published.connect(_on_published, dispatch_uid="home.site.pages.published")
    page_slug_changed.connect(_on_slug_changed, dispatch_uid="home.site.pages.slug")
    post_page_move.connect(_on_moved, dispatch_uid="home.site.pages.moved")
