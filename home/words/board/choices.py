"""How far a page is in a language."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """The states in the order of the work: what is furthest from a reader stands first."""

    MISSING = "missing", _("missing")
    BEGUN = "begun", _("begun")
    MACHINE = "machine", _("machine draft")
    REVIEW = "review", _("in review")
    OUTDATED = "outdated", _("outdated")
    PUBLISHED = "published", _("published")


# Pictograms of the admin, so that no state is told by colour alone.
ICONS = {
    State.MISSING: "plus",
    State.BEGUN: "draft",
    State.MACHINE: "cogs",
    State.REVIEW: "view",
    State.OUTDATED: "warning",
    State.PUBLISHED: "check",
}
# What to do with a page in each state.
STEPS = {
    State.MISSING: _("Start"),
    State.BEGUN: _("Go on"),
    State.MACHINE: _("Check"),
    State.REVIEW: _("Look"),
    State.OUTDATED: _("See what changed"),
    State.PUBLISHED: _("Open"),
}
EXPLAINED = {
    State.MISSING: _("Nobody has started. Readers see the page in the main language."),
    State.BEGUN: _("A draft is there. Readers see the page in the main language."),
    State.MACHINE: _("A machine wrote words of it that nobody has checked. Readers are told so."),
    State.REVIEW: _("Somebody is checking the words."),
    State.OUTDATED: _("Readers see it, but the words in the main language changed since."),
    State.PUBLISHED: _("Readers see it, and it says the same as the main language."),
}
