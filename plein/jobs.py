"""Index of what this area does by itself, and how often; a sorted entry a feature."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from home.periodic.registry import Job

JOBS = [
    Job(
        "fetch_calendars",
        "plein.programme.calendars.tasks.fetch_due",
        every=timedelta(minutes=10),
        label=_("Fetch the calendars of partners"),
    ),
]
