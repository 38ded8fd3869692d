"""A volunteer is one more way to get a page translated."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.personal_links import registry as personal_links
from home.tenant.libraries.models import Library
from home.words.board.word_lists import reviews_wanted
from home.words.translation.extensions import more_ways
from home.words.volunteers import presenters
from home.words.volunteers.selectors import in_review


def offer_volunteer(sender: Any, page: Page, **_kwargs: Any) -> tuple[str, str]:
    """The button on the screen of translations."""
    return _("Ask a translator"), f"{reverse('translators_admin:start')}?page={page.pk}"


def say_what_is_in_review(sender: Any, library: Library, **_kwargs: Any) -> set[tuple[UUID, str]]:
    """What volunteers and reviewers are busy with, for the board of translations."""
    return in_review(library)


def connect() -> None:
    """Listen to the screen and the board of translations, and say what the personal link is for."""
    personal_links.register(presenters.ACT)
    more_ways.connect(offer_volunteer, dispatch_uid="home.words.volunteers.more_ways")
    reviews_wanted.connect(say_what_is_in_review, dispatch_uid="home.words.volunteers.in_review")
