"""What the screen from which a page is translated shows of the computer."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.machine_translators import get_machine_translator

from home.tenant.libraries.models import Library
from home.words.machine.choices import MachineError, State
from home.words.machine.models import Draft
from home.words.machine.selectors import Budget, budget_of, drafts_of, targets_of, unread, words_of_network
from home.words.translation.selectors import LanguageState


@dataclass(frozen=True, slots=True)
class Row:
    """A language of the page: whether a draft can be made, how it went, and what is still to be read."""

    language: LanguageState
    is_known: bool
    draft: Draft | None

    @property
    def is_running(self) -> bool:
        """Whether a draft is being made."""
        return self.draft is not None and self.draft.state in {State.WAITING, State.BUSY}


@dataclass(frozen=True, slots=True)
class Panel:
    """The part of the screen about the computer."""

    name: str
    page: Page
    rows: list[Row]
    budget: Budget
    words: list[str]
    problem: str = ""

    @property
    def is_running(self) -> bool:
        """Whether the screen has to look again."""
        return any(row.is_running for row in self.rows)


def panel_of(source: Page, library: Library, states: list[LanguageState]) -> Panel | None:
    """The part about the computer; nothing when the portal has none. Five queries."""
    translator: Any = get_machine_translator()
    if translator is None:
        return None
    known, problem = {}, ""
    try:
        known = targets_of(translator.service, source.locale.language_code)
    except MachineError as error:
        problem = error.sentence
    drafts = drafts_of(source.translation_key)
    rows = [Row(state, state.code in known, drafts.get(state.code)) for state in states]
    return Panel(translator.display_name, source, rows, budget_of(library), words_of_network(), problem)


def is_configured() -> bool:
    """Whether the portal has a translation computer."""
    return get_machine_translator() is not None


def unread_objection(translation: Any) -> str:
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


def machine_part(*, source: Page, library: Library, states: list[LanguageState]) -> tuple[str, Panel] | None:
    """The part about the computer on the screen of translations, when there is one."""
    panel = panel_of(source, library, states)
    return ("home/words/machine/panel.html", panel) if panel else None
