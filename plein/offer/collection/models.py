"""A tip for somebody who wants to practise or read on."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.tenant.languages.known import MAIN_LANGUAGE
from home.tenant.libraries.models import validate_language
from plein.offer.collection.choices import Level, TipKind


class Tip(models.Model):
    """One book, game or website of a theme. A fact: its title stands in its own language, whatever the page's."""

    theme = models.ForeignKey("plein.ThemePage", on_delete=models.CASCADE, related_name="tips", verbose_name=_("theme"))
    kind = models.CharField(_("kind"), max_length=8, choices=TipKind, default=TipKind.BOOK)
    title = models.CharField(_("title"), max_length=120)
    maker = models.CharField(_("writer or maker"), max_length=80, blank=True)
    language = models.CharField(
        _("language it is in"), max_length=12, default=MAIN_LANGUAGE, validators=[validate_language]
    )
    level = models.CharField(_("level"), max_length=8, choices=Level, default=Level.STARTER)
    shelf = models.CharField(
        _("where it stands"),
        max_length=80,
        blank=True,
        help_text=_("The shelf or cupboard, as it is called on the spot."),
    )
    url = models.CharField(
        _("address of the website"), max_length=200, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("collection tip")
        verbose_name_plural = _("collection tips")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "title", "language"],
                name="one_tip_per_title",
                violation_error_message=_("This theme has a tip with this title already."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.kind == TipKind.SITE and not self.url:
            raise ValidationError({"url": _("A website needs its address, with https:// before it.")})
        if not self.shelf and not self.url:
            raise ValidationError({"shelf": _("Say where it stands, or give the address of the website.")})
