"""How far a translation job is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# What the volunteer's personal link is for.
TRANSLATE = "translators.translate"
VALID_DAYS = 14
MOST_DAYS = 90


class JobState(TextChoices):
    """What happened last to a job; that its time is over is told by the clock."""

    SENT = "sent", _("link made, not opened yet")
    OPENED = "opened", _("the volunteer is translating")
    SENT_IN = "sent_in", _("sent in, waiting for review")
    RETURNED = "returned", _("sent back to the volunteer")
    PUBLISHED = "published", _("on the site")
    WITHDRAWN = "withdrawn", _("withdrawn")


# The volunteer may write.
OPEN_STATES = (JobState.SENT, JobState.OPENED, JobState.RETURNED)
# Somebody is still busy with the words.
BUSY_STATES = (*OPEN_STATES, JobState.SENT_IN)
CLOSED_STATES = (JobState.PUBLISHED, JobState.WITHDRAWN)
