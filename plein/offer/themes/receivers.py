"""Themes give a daypart of the programme its name."""

from typing import Any

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.themes.pages import ThemePage
from plein.programme.timetable.selectors import PAGE_FIELDS


def on_themes_wanted(sender: Any, library: Library, **_kwargs: Any) -> list[ThemePage]:
    """The live themes of a library, in the order of its tree."""
    rows = live_sources(ThemePage.objects.all(), library)
    return list(rows.only(*PAGE_FIELDS, "hue", "pictogram", "weekday", "daypart").order_by("path"))
