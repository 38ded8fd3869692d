"""A personal link: what it is for, and a hash of what stands in it. The link itself is stored nowhere."""

import hashlib

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.personal_links.choices import LinkState


def hash_of(token: str) -> str:
    """What is stored of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


class PersonalLink(models.Model):
    """One token for one act on one thing. Several may be out for the same act; they end together."""

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+")
    act = models.CharField(_("for what"), max_length=40)
    # The public id of the thing that the act is about: says nothing about who it is for.
    subject = models.UUIDField()
    language = models.CharField(_("language"), max_length=12)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    outcome = models.CharField(_("state"), max_length=10, choices=LinkState, default=LinkState.OPEN)
    ended_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("personal link")
        verbose_name_plural = _("personal links")
        ordering = ["pk"]
        indexes = [models.Index(fields=["act", "subject"], name="personal_link_of_act")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome=LinkState.OPEN, ended_at=None)
                | ~models.Q(outcome=LinkState.OPEN) & models.Q(ended_at__isnull=False),
                name="personal_link_ended_or_open",
            )
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"

    @property
    def state(self) -> LinkState:
        """Whether it opens something now."""
        if self.outcome == LinkState.OPEN and self.expires_at <= timezone.now():
            return LinkState.EXPIRED
        return LinkState(self.outcome)

    @property
    def is_open(self) -> bool:
        """Whether it opens something now."""
        return self.state == LinkState.OPEN
