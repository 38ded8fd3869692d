"""The last run of each job."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.periodic.choices import Outcome


class PeriodicRun(models.Model):
    """One job, and how its last run went. In a table and not in the cache, which may be emptied at any moment."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    began_at = models.DateTimeField(_("began"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, blank=True, editable=False)
    # What the run did, or the kind of error and its place: never the words of an error, which may name a person.
    says = models.CharField(_("what it says"), max_length=250, blank=True, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    # When the last run that went well began: the next is counted from here, so a job that fails stays due.
    done_at = models.DateTimeField(_("last went well"), null=True, editable=False)
    # Until then the job is somebody's; empty when nobody is at it.
    claimed_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("run of a job")
        verbose_name_plural = _("runs of jobs")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
