"""How far a draft is, and what may go wrong with it, in sentences for an editor."""

from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far a draft is."""

    WAITING = "waiting", _("waits its turn")
    BUSY = "busy", _("is being made")
    DONE = "done", _("is made")
    FAILED = "failed", _("did not work out")


class Problem(TextChoices):
    """Why there is no draft. Nothing of it was saved; the label says what is wrong and what to do about it.

    ``%(detail)s`` is filled in: a sentence, a time of day, or figures.
    """

    NOT_THERE = "not_there", _("The translation computer does not know this language.")
    NO_LIBRARY = "no_library", _("It is not known which library pays for this translation. Nothing was sent.")
    OVER_BUDGET = "over_budget", _("This translation does not fit the budget: %(detail)s. Nothing was sent.")
    BUSY = "busy", _("The translation computer is busy. Try again after %(detail)s. Nothing was saved.")
    KEY = "key", _("The translation computer does not accept our key. Tell the administrator of the portal.")
    QUOTA = (
        "quota",
        _("The account at the translation computer is used up. Tell the administrator of the portal."),
    )
    REFUSED = "refused", _("Nobody answers at the address of the translation computer. Try again later.")
    TOO_SLOW = "too_slow", _("The translation computer took too long to answer. Nothing was saved. Try again later.")
    OTHER_SIDE = "other_side", _("The translation computer has a fault of its own. Nothing was saved. Try again later.")
    NOT_UNDERSTOOD = (
        "not_understood",
        _("The translation computer did not accept our question. Tell the administrator of the portal."),
    )
    BROKEN = "broken", _("The answer of the translation computer broke off. Nothing was saved. Try again.")
    INCOMPLETE = "incomplete", _("Not every sentence came back from the translation computer. Nothing was saved.")
    LOST_TERM = (
        "lost_term",
        _("A word of your word list did not come back in: “%(detail)s”. Translate this sentence yourself, try again."),
    )
    LOST_TAG = (
        "lost_tag",
        _("A link or bold word did not come back in: “%(detail)s”. Translate this sentence yourself, try again."),
    )
    NO_ROOM = "no_room", _("A translation is too long for its place: %(detail)s. Nothing was saved.")
    UNEXPECTED = "unexpected", _("Something went wrong that we did not foresee. Nothing was saved.")


# After these the other side may have counted what we sent, so we do.
COUNTED = {
    *(Problem.TOO_SLOW, Problem.BROKEN, Problem.INCOMPLETE, Problem.LOST_TERM, Problem.LOST_TAG, Problem.UNEXPECTED),
}


class MachineError(Exception):
    """There is no draft; ``problem`` and ``detail`` say why, ``retry_at`` when to ask again."""

    def __init__(self, problem: Problem, detail: str = "", retry_at: datetime | None = None) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.detail = detail
        self.retry_at = retry_at

    @property
    def sentence(self) -> str:
        """What is wrong, for an editor."""
        return self.problem.label % {"detail": self.detail}
