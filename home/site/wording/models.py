"""A difficult word and what it means."""

from django.contrib.admin import display
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.site.wording.spellings import split_spellings
from home.tenant.languages.known import MAIN_LANGUAGE
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import validate_language


class ExplainedWord(models.Model):
    """A word of one language, explained in that language or another; without a library it counts for all."""

    library = models.ForeignKey(
        "home.Library",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("library"),
        help_text=_("Leave this empty to explain the word at every library."),
    )
    language = models.CharField(
        _("language of the word"), max_length=12, default=MAIN_LANGUAGE, validators=[validate_language]
    )
    spellings = models.TextField(
        _("the word"),
        help_text=_(
            "First the word itself, then the other ways in which it is written: one on a line, or with commas. "
            "A word with a capital in it, such as IDO, is only found as you write it."
        ),
    )
    explained_in = models.CharField(
        _("language of the explanation"), max_length=12, default=MAIN_LANGUAGE, validators=[validate_language]
    )
    explanation = models.CharField(
        _("explanation"),
        max_length=300,
        help_text=_("One or two plain sentences that can be understood without the page around them."),
    )

    class Meta:
        verbose_name = _("difficult word")
        verbose_name_plural = _("difficult words")
        ordering = ["language", "spellings", "explained_in", "pk"]

    def __str__(self) -> str:
        return f"{self.word} ({get_language(self.explained_in).dutch_name})"

    @property
    def entries(self) -> list[str]:
        """Its spellings, the word itself first."""
        return split_spellings(self.spellings)

    @property
    @display(description=_("Word"))
    def word(self) -> str:
        """The word itself."""
        return next(iter(self.entries), "")

    @property
    def languages_label(self) -> str:
        """From which language into which."""
        names = dict.fromkeys(get_language(code).dutch_name for code in (self.language, self.explained_in))
        return " → ".join(names)
