"""What was erased, and the rounds in which old personal data ended. Neither names anybody."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """A line of the ledger: a row that was erased because somebody asked. Holds no name, so that it may stay."""

    model = models.CharField(_("kind of data"), max_length=80)
    # The public id of the row where it has one, else its number: it says nothing about who it was.
    key = models.CharField(max_length=40)
    day = models.DateField(_("erased on"), default=timezone.localdate)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["model", "key"], name="one_erasure_per_row")]

    def __str__(self) -> str:
        return f"{self.model} {self.key}"


class RetentionRun(models.Model):
    """One daily round in which old personal data ended, so that people can see that it happens."""

    ran_at = models.DateTimeField(_("done at"), auto_now_add=True)
    # Label of the model → id of the library → how many rows ended, or could not be ended.
    ended = models.JSONField(default=dict)
    failed = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("round of removal")
        verbose_name_plural = _("rounds of removal")
        ordering = ["-ran_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.ran_at:%Y-%m-%d %H:%M}"

    def ended_at(self, library: Any) -> dict[str, int]:
        """How many rows of each model ended at one library."""
        return _of(self.ended, library)

    def failed_at(self, library: Any) -> dict[str, int]:
        """How many rows of each model could not be ended at one library."""
        return _of(self.failed, library)


def _of(counts: dict[str, dict[str, int]], library: Any) -> dict[str, int]:
    key = str(library.pk)
    return {label: given[key] for label, given in counts.items() if given.get(key)}
