"""The way from the page of a plein, in the admin, to its screen."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from home.tenant.libraries.selectors import library_of_page
from plein.offer.places.pages import PleinPage


@hooks.register("register_page_header_buttons")
def screen_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific, PleinPage) and page.live:
        library = library_of_page(page)
        if library is not None:
            url = library.site.root_url + reverse("screen", args=[page.slug])
            yield Button(_("Show the screen"), url=url, icon_name="desktop", priority=60)
