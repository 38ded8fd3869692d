"""Chainable reads of news."""

from wagtail.models import PageQuerySet

from home.tenant.libraries.models import Library


class NewsQuerySet(PageQuerySet):
    """News of whatever library; ``shown`` narrows it to one."""

    def shown(self, library: Library) -> "NewsQuerySet":
        """Live news of a library, newest first."""
        root = library.intranet_root
        return self.child_of(root).live().order_by("-date", "-pk") if root else self.none()
