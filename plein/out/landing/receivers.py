"""Hangs the sections of the square into the home page."""

from typing import Any

from home.site.pages.presenters import PageCard, page_cards
from home.site.pages.selectors import Reading
from plein.offer.themes.receivers import on_themes_wanted
from plein.out.landing.selectors import frame_links, landing_sections


def on_home_sections(
    sender: Any, reading: Reading, navigation: list[dict[str, Any]], **_kwargs: Any
) -> list[dict[str, Any]]:
    """The sections of the home page."""
    return landing_sections(reading, navigation)


def on_frame_extras(sender: Any, reading: Reading, navigation: list[dict[str, Any]], **_kwargs: Any) -> dict[str, Any]:
    """The address of the plein, for "ask at the desk"."""
    return frame_links(navigation, reading.library.site.root_page, reading.code)


def on_search_suggestions(sender: Any, reading: Reading, **_kwargs: Any) -> list[PageCard]:
    """The themes, for who found nothing."""
    return page_cards(reading, on_themes_wanted(None, reading.library))
