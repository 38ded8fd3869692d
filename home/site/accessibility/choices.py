"""Codes of the statement, after the model of the Dutch government (digitoegankelijk.nl)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """How far the site meets the law. E means that a site has no statement, so no statement can say it."""

    A = "A", _("meets all requirements")
    B = "B", _("meets part of the requirements")
    C = "C", _("first measures taken")
    D = "D", _("does not meet the requirements")

    @property
    def meaning(self) -> str:
        """What this status says, in a sentence for a visitor."""
        return {
            Status.A: _("Experts examined the whole website and found no faults."),
            Status.B: _("Experts examined the whole website. They found faults, and we are solving them."),
            Status.C: _("The website is examined within six months. We have begun to improve it."),
            Status.D: _("The website has not been examined yet, and there is no date for it."),
        }[self]


class Cause(TextChoices):
    """Why something does not work yet."""

    TECHNICAL = "technical", _("We have not solved it yet.")
    OTHERS = "others", _("It comes from somebody else.")
    BURDEN = "burden", _("Solving it costs too much.")
