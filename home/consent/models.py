"""Answers to a question for consent, as rows that are only ever added, and the words of the question."""

import hashlib
import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.consent.choices import Answer, Route


def version_of(language: str, text: str) -> str:
    """The version of words in a language: a hash, so that the same words are the same version."""
    return hashlib.sha256(f"{language}\n{text}".encode()).hexdigest()


class ConsentWords(models.Model):
    """The words of a question as somebody saw or heard them. Kept once for each version."""

    version = models.CharField(_("version"), max_length=64, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("words"))
    first_used_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("words of a consent")
        verbose_name_plural = _("words of consents")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.version[:12]


class ConsentQuerySet(models.QuerySet):
    """Answers; the last row of somebody is what counts now."""

    def latest_of_each(self) -> "ConsentQuerySet":
        """The last answer of each person."""
        name = self.model.subject
        later = self.model._base_manager.filter(**{name: OuterRef(name)}, pk__gt=OuterRef("pk"))  # noqa: SLF001
        return self.filter(~Exists(later))

    def standing(self) -> "ConsentQuerySet":
        """Consents that were given and not taken back. One whose time is over stands until the daily round ends it."""
        return self.latest_of_each().filter(answer=Answer.GIVEN)

    def expired(self, day: date) -> "ConsentQuerySet":
        """Standing consents whose last day is before a day."""
        return self.standing().filter(until__lt=day)

    def update(self, **_values: Any) -> int:
        raise TypeError("An answer is never changed: add a row.")


class ConsentRow(models.Model):
    """One answer of one person. A feature derives its own, with a foreign key to its people named by ``subject``.

    The row holds codes and dates and no name: what is shown stands on the person, and goes when she takes it back.
    """

    # The name of the foreign key to the person; her rows are found with it.
    subject: ClassVar[str] = ""

    # The key of the public rows: random, new with each consent, and nowhere else in use.
    source_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Codes of what may be public; a feature declares them again, with its own codes.
    covers = models.JSONField(_("may be public"), default=list, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    route = models.CharField(_("how the answer came in"), max_length=8, choices=Route)
    language = models.CharField(_("language in which it was asked"), max_length=12, blank=True)
    words = models.ForeignKey(
        "home.ConsentWords",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("words of the question"),
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("asked by")
    )
    answered_on = models.DateField(_("answered on"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("noted at"), auto_now_add=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer=Answer.GIVEN) | Q(words__isnull=False),
                name="%(app_label)s_%(class)s_given_to_words",
            )
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("An answer is never changed: add a row.")
        super().save(*args, **kwargs)

    @property
    def person(self) -> Any:
        """Who answered."""
        return getattr(self, self.subject)

    @property
    def is_given(self) -> bool:
        """Whether she said yes. Only of her last row it says that the consent stands."""
        return self.answer == Answer.GIVEN
