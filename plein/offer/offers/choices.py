"""Codes of offers."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OfferKind(TextChoices):
    """Kinds of offer (handreiking, "De kracht van het Ontwikkelplein")."""

    CONSULTATION_HOUR = "consultation_hour", _("Consultation hour")
    COURSE = "course", _("Course")
    WORKSHOP = "workshop", _("Workshop")
    PRACTICE_GROUP = "practice_group", _("Practice group")
    INFORMATION_SESSION = "information_session", _("Information session")
    PROGRAMME = "programme", _("Programme of the library")


class OfferGroup(TextChoices):
    """What a resident gets out of it."""

    HELP = "help", _("Help with a question")
    LEARN = "learn", _("Learn it yourself")
    MEET = "meet", _("Meet people")


class Entry(TextChoices):
    """How one gets in."""

    WALK_IN = "walk_in", _("Walk in")
    APPOINTMENT = "appointment", _("By appointment")
    SIGN_UP = "sign_up", _("Sign up first")


class Cost(TextChoices):
    """Whether it costs money."""

    FREE = "free", _("Free")
    PAID = "paid", _("You pay something")


ENTRY_PICTOGRAMS = {
    Entry.WALK_IN: "walk-in",
    Entry.APPOINTMENT: "appointment",
    Entry.SIGN_UP: "sign-up",
}
