"""An editor at the library of the test, and ways to change what a page says."""

from typing import Any

from wagtail.models import Page


def publish(page: Page, **fields: Any) -> Page:
    """Publish a page with these fields changed."""
    page = Page.objects.get(pk=page.pk).specific
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page
