"""What can be printed, and in which languages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sheet(TextChoices):
    """The two things on paper; the value is the name of the file and of its source in ``typst/``."""

    FOLDER = "folder", _("Folder")
    POSTER = "poster", _("Poster")


# Languages in scripts that the fonts of ``frontend/build.mjs`` do not draw: they are read on the screen.
NOT_ON_PAPER = frozenset({"am", "he", "hi", "ta", "th", "ti", "zgh", "zh-hans"})
