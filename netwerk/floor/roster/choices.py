"""Codes of the roster."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from home.tenant.libraries.choices import Role
from plein.offer.places.choices import Reason

# Who arranges the roster of everybody at the library; a partner does so for her own organisation.
PLANNER_ROLES = (Role.PLEIN_WORKER, Role.COMMUNITY_LIBRARIAN, Role.COMMUNICATION, Role.IDO_COORDINATOR)

WEEKS_AHEAD = 6
MOST_WEEKS = 26
MOST_INTERVAL = 52
# What the personal links in the mails of the roster are for.
STAND_IN = "roster.stand-in"
SWAP = "roster.swap"
# Names of turns that are over stay beside the sessions of the past for as long as visitors can leaf back.
PUBLIC_WEEKS_BACK = 26


class AbsenceReason(TextChoices):
    """Why somebody is not there. Colleagues see that she is not there, not why."""

    ILLNESS = "illness", _("ill")
    HOLIDAY = "holiday", _("holiday")
    OTHER = "other", _("something else")
    SWAP = "swap", _("swapped")


REPORTED_REASONS = [AbsenceReason.ILLNESS, AbsenceReason.HOLIDAY, AbsenceReason.OTHER]

# What visitors read when a session does not take place for this reason.
PUBLIC_REASONS = {
    AbsenceReason.ILLNESS: Reason.ILLNESS,
    AbsenceReason.HOLIDAY: Reason.HOLIDAY,
    AbsenceReason.OTHER: Reason.OTHER,
    AbsenceReason.SWAP: Reason.OTHER,
}


class GapState(TextChoices):
    """What became of one session that somebody misses."""

    OPEN = "open", _("nobody yet")
    ASKED = "asked", _("colleagues were asked")
    TAKEN_OVER = "taken_over", _("taken over")
    CANCELLED = "cancelled", _("does not take place")
    GOES_ON = "goes_on", _("goes on without")


# States in which somebody still has to do something.
UNSOLVED = (GapState.OPEN, GapState.ASKED)


class Wish(TextChoices):
    """What should happen with a session that somebody misses."""

    ASK = "ask", _("Ask a colleague to stand in")
    CANCEL = "cancel", _("Cancel the session")
    GO_ON = "go_on", _("Let it go on without")
    DESK = "desk", _("The desk decides")


class Answer(TextChoices):
    """What somebody who was asked said."""

    WAITING = "waiting", _("no answer yet")
    ACCEPTED = "accepted", _("yes")
    DECLINED = "declined", _("no")
    OVERTAKEN = "overtaken", _("no longer needed")
