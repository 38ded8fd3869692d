"""Chainable reads of themes."""

from wagtail.models import PageQuerySet

from home.site.pages.presenters import PAGE_FIELDS
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources


class ThemeQuerySet(PageQuerySet):
    """Theme pages."""

    def shown(self, library: Library) -> "ThemeQuerySet":
        """The live themes of a library in the order of its tree, with what tiles and the week show of them."""
        rows = live_sources(self, library)
        return rows.only(*PAGE_FIELDS, "hue", "pictogram", "weekday", "daypart").order_by("path")
