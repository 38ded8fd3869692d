"""How often something was done."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Attempts(models.Model):
    """How often one act was done from one place. Whose it is, is only there as a keyed hash, and for a day at most.

    In a table and not in the cache: that one may be emptied at any moment, and a count would begin again.
    """

    act = models.CharField(_("act"), max_length=60)
    key = models.CharField(_("key"), max_length=64)
    count = models.PositiveIntegerField(_("times"), default=0)
    free_at = models.DateTimeField(_("may be done again"))
    ends_at = models.DateTimeField(_("forgotten"), db_index=True)

    class Meta:
        verbose_name = _("count of attempts")
        verbose_name_plural = _("counts of attempts")
        constraints = [models.UniqueConstraint(fields=["act", "key"], name="one_count_per_act_and_key")]

    def __str__(self) -> str:
        return self.act
