"""What personal links are for. Each feature declares its own acts when the portal starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from home.personal_links.choices import LinkState

# Title and sentence of a page.
Words = tuple[str, str]


def too_often_title() -> str:
    """What stands above the sentence for who asks too much at once."""
    return _("That goes a little too fast")


def unknown() -> Words:
    """What is said of a link that was never made, or not for this."""
    return (
        _("This link does not work"),
        _("Perhaps a part of it is missing, or you got a newer one. Ask the person who sent it to you."),
    )


def standard_words(link: Any) -> Words:
    """What is said of a link that opens nothing any more."""
    if link.state == LinkState.DONE:
        return _("This link was used already"), _("What you answered is kept. You need not do anything any more.")
    if link.state == LinkState.REPLACED:
        return _("You got a newer link"), _("Open the last message that you got. The older link no longer works.")
    if link.state == LinkState.WITHDRAWN:
        return _("This link was withdrawn"), _("You need not do anything any more. Thank you!")
    return _("The time of this link is over"), _("Ask the person who sent you the link for a new one.")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that one can do with a personal link.

    Args:
        code: its name in the table of links.
        address: name of the address, whose one part is ``token``.
        words: title and sentence for a link of this act that opens nothing any more.

    """

    code: str
    address: str
    words: Callable[[Any], Words] = standard_words


_acts: dict[str, Act] = {}


def register(*acts: Act) -> None:
    """Declare acts.

    Raises ``ValueError`` when another act has this code.
    """
    for act in acts:
        if _acts.setdefault(act.code, act) is not act:
            raise ValueError(f"There are two acts with the code {act.code}.")


def get(code: str) -> Act:
    """The act with this code; ``KeyError`` when nobody declared it."""
    return _acts[code]


def all_acts() -> list[Act]:
    """Every act, in the order of its code."""
    return [act for _code, act in sorted(_acts.items())]
