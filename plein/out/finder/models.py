"""The words that people use for a theme."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.site.wording.spellings import split_spellings
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import validate_language


class WordList(models.Model):
    """What people type or say when they need a theme, in one language: one entry on a line."""

    theme = models.ForeignKey(
        "plein.ThemePage", on_delete=models.CASCADE, related_name="word_lists", verbose_name=_("theme")
    )
    language = models.CharField(_("language"), max_length=12, validators=[validate_language])
    words = models.TextField(
        _("words people use"),
        help_text=_(
            "One on a line, or with commas between them. Words with mistakes and endings are found by themselves."
        ),
    )

    class Meta:
        verbose_name = _("list of words")
        verbose_name_plural = _("lists of words")
        ordering = ["theme", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "language"],
                name="one_word_list_per_theme_and_language",
                violation_error_message=_("This theme has a list in this language already. Add the words to that one."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme}: {get_language(self.language).dutch_name}"

    @property
    def entries(self) -> list[str]:
        """The words, as they were written."""
        return split_spellings(self.words)

    @property
    def language_name(self) -> str:
        """Name of the language, for who works here."""
        return get_language(self.language).dutch_name

    @property
    def count_label(self) -> str:
        """How many words."""
        return str(len(self.entries))
