"""Codes of collection tips."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TipKind(TextChoices):
    """Kinds of collection tips (handreiking, "Collectie"), in the order in which they are shown."""

    EASY = "easy", _("Easy to read")
    BOOK = "book", _("Book")
    GAME = "game", _("Game")
    SITE = "site", _("Website to practise")


class Level(TextChoices):
    """How much somebody can do already, from little to much."""

    STARTER = "starter", _("For who begins")
    FURTHER = "further", _("A bit further")
    ADVANCED = "advanced", _("Further still")


PICTOGRAMS = {
    TipKind.EASY: "learn",
    TipKind.BOOK: "book",
    TipKind.GAME: "leisure",
    TipKind.SITE: "practice",
}
