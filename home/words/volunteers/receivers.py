"""A volunteer is one more way to get a page translated."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.words.board.word_lists import reviews
from home.words.translation.extensions import more_ways
from home.words.volunteers.selectors import in_review


def offer_volunteer(sender: Any, page: Page, **_kwargs: Any) -> tuple[str, str]:
    """The button on the screen of translations."""
    return _("Ask a translator"), f"{reverse('translators_admin:start')}?page={page.pk}"


def connect() -> None:
    """Listen to the screen and the board of translations."""
    more_ways.connect(offer_volunteer, dispatch_uid="home.words.volunteers.more_ways")
    reviews.add(in_review)
