"""A word on the first screen of the admin when a statement needs a look, or is not there."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from home.site.accessibility.pages import AccessibilityPage
from home.tenant.gate.permissions import scoped
from home.tenant.gate.selectors import territory_of


class StatementReminder(Component):
    """Names the statements of own libraries that nobody reviewed for a year, and own libraries without any."""

    name = "accessibility"
    template_name = "home/site/accessibility/reminder.html"
    order = 90

    def __init__(self, overdue: list[AccessibilityPage], without: list[Any]) -> None:
        self.overdue = overdue
        self.without = without

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"overdue": self.overdue, "without": self.without}


@hooks.register("construct_homepage_panels")
def remind_of_statement(request: HttpRequest, panels: list[Component]) -> None:
    statements = scoped(request.user, AccessibilityPage.objects.all(), only_sources=True)
    overdue = list(statements.overdue(timezone.localdate()).order_by("reviewed_on"))
    paths = list(statements.live().values_list("path", flat=True))
    without = [
        library
        for library in territory_of(request.user).libraries
        if not any(path.startswith(library.site.root_page.path) for path in paths)
    ]
    if overdue or without:
        panels.append(StatementReminder(overdue, without))
