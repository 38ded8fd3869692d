"""A volunteer is one more way to get a page translated."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.coverage.registry import reviews_wanted
from home.libraries.models import Library
from home.translation.registry import more_ways
from home.translators.selectors import in_review


def offer_volunteer(sender: Any, page: Page, **_kwargs: Any) -> tuple[str, str]:
    """The button on the screen of translations."""
    return _("Ask a translator"), f"{reverse('translators_admin:start')}?page={page.pk}"


def say_what_is_in_review(sender: Any, library: Library, **_kwargs: Any) -> set[tuple[UUID, str]]:
    """What volunteers and reviewers are busy with, for the board of translations."""
    return in_review(library)


def connect() -> None:
    """Listen to the screen and the board of translations."""
    more_ways.connect(offer_volunteer, dispatch_uid="home.translators.more_ways")
    reviews_wanted.connect(say_what_is_in_review, dispatch_uid="home.translators.in_review")
