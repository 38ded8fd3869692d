"""A volunteer is one more way to get a page translated."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page


def ask_a_volunteer(page: Page) -> tuple[str, str]:
    """The button on the screen of translations."""
    return _("Ask a translator"), f"{reverse('translators_admin:start')}?page={page.pk}"
