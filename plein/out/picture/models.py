"""What one may want to learn or do in a life domain, in the words of a library."""

from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import validate_language
from plein.out.picture.choices import LONGEST_WORD, OTHER, Domain, GoalPictogram


class Goal(ClusterableModel):
    """One pictured choice of the talking picture: talk to the doctor, understand a letter."""

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    domain = models.CharField(_("life domain"), max_length=16, choices=Domain)
    label = models.CharField(
        _("what somebody wants to learn or do"),
        max_length=LONGEST_WORD,
        help_text=_("In the main language of the library, in five words at most: “Praten met de dokter”."),
    )
    # Part of the address that people take along: it stays as it is when the words change.
    slug = models.SlugField(max_length=LONGEST_WORD, blank=True, editable=False)
    pictogram = models.CharField(_("pictogram"), max_length=16, choices=GoalPictogram, default=GoalPictogram.TALK)
    themes = ParentalManyToManyField(
        "plein.ThemePage",
        blank=True,
        related_name="+",
        verbose_name=_("themes that fit"),
        help_text=_("All offers of these themes are shown."),
    )
    offers = ParentalManyToManyField(
        "plein.OfferPage",
        blank=True,
        related_name="+",
        verbose_name=_("offers that fit best"),
        help_text=_("They are shown first."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("choice of the talking picture")
        verbose_name_plural = _("choices of the talking picture")
        ordering = ["domain", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["library", "domain", "slug"],
                name="one_goal_per_slug",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        rows = Goal.objects.filter(library_id=self.library_id, domain=self.domain)
        taken = {OTHER, *rows.values_list("slug", flat=True)}
        wanted = slugify(self.label)[: LONGEST_WORD - 4] or self.domain
        numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)


class GoalWords(models.Model):
    """The same choice in another language."""

    goal = ParentalKey(Goal, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(_("language"), max_length=12, validators=[validate_language])
    label = models.CharField(_("words"), max_length=LONGEST_WORD)

    class Meta:
        verbose_name = _("words in another language")
        verbose_name_plural = _("words in other languages")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "language"],
                name="one_label_per_goal_and_language",
                violation_error_message=_("This choice has words in this language already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} ({get_language(self.language).dutch_name})"
