"""Index of what this area does by itself, and how often; a sorted entry a feature."""

from django.utils.translation import gettext_lazy as _

from home.periodic.registry import DAY, Job
from netwerk.people.key_people.selectors import ANONYMISE

JOBS = [
    Job(ANONYMISE, "netwerk.people.key_people.tasks.anonymise", every=DAY, label=_("Make key people anonymous")),
    Job(
        "anonymise_workers",
        "netwerk.floor.roster.tasks.anonymise",
        every=DAY,
        label=_("Make people of the roster anonymous"),
    ),
]
