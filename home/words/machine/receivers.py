"""What the computer adds where a page is translated."""

from typing import Any

from django.utils.translation import ngettext
from wagtail.models import Page

from home.tenant.libraries.models import Library
from home.words.machine.presenters import Panel, panel_of
from home.words.machine.selectors import unread
from home.words.translation.extensions import parts_wanted, publishing_wanted


def refuse_unread(sender: Any, *, translation: Any, **_kwargs: Any) -> str:
    """A draft that nobody read is published only from the screen where one reads it, and knowingly."""
    count = unread(translation).count()
    if not count:
        return ""
    return ngettext(
        "%(count)d sentence was translated by a computer and read by nobody. "
        "Choose “Translate” and then “Read it over”.",
        "%(count)d sentences were translated by a computer and read by nobody. "
        "Choose “Translate” and then “Read it over”.",
        count,
    ) % {"count": count}


def show_panel(sender: Any, *, source: Page, library: Library, states: Any, **_kwargs: Any) -> tuple[str, Panel] | None:
    """The part about the computer, when there is one."""
    panel = panel_of(source, library, states)
    return ("home/words/machine/panel.html", panel) if panel else None


def connect() -> None:
    """Listen to publishing, and to the screen of a page's translations."""
    publishing_wanted.connect(refuse_unread, dispatch_uid="home.words.machine.refuse_unread")
    parts_wanted.connect(show_panel, dispatch_uid="home.words.machine.show_panel")
