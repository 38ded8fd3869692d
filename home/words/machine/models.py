"""The words that stay, what a library may spend, what it spent, and each draft that was asked for."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library, validate_language
from home.words.machine.choices import Problem, State

MONTHLY_CHARACTERS = 50_000
MOST_CHARACTERS = 50_000_000


class GlossaryTerm(models.Model):
    """A Dutch word that stays as it is, or becomes what an editor says. Without a library: everybody's."""

    library = models.ForeignKey(
        Library, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("library")
    )
    word = models.CharField(_("Dutch word"), max_length=80)
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[validate_language],
        help_text=_("Leave empty when it is so in every language."),
    )
    outcome = models.CharField(
        _("translated as"),
        max_length=80,
        blank=True,
        help_text=_("Leave empty when the word stays as it is, such as DigiD."),
    )

    class Meta:
        verbose_name = _("fixed word")
        verbose_name_plural = _("fixed words")
        ordering = ["word", "language", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["library", "word", "language"],
                name="one_fixed_word_per_library",
                violation_error_message=_("This word is in the list already."),
            ),
            models.UniqueConstraint(
                fields=["word", "language"],
                condition=models.Q(library__isnull=True),
                name="one_fixed_word_of_the_network",
                violation_error_message=_("This word is in the list already."),
            ),
        ]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        self.word = " ".join(self.word.split())
        self.outcome = " ".join(self.outcome.split())
        if self.outcome and not self.language:
            raise ValidationError({"language": _("Say in which language the word is translated so.")})

    @property
    def language_label(self) -> str:
        """The language, or that it is every one."""
        return get_language(self.language).dutch_name if self.language else str(_("every language"))

    @property
    def outcome_label(self) -> str:
        """What becomes of the word."""
        return self.outcome or str(_("stays as it is"))


class MachineSettings(models.Model):
    """What a library allows. Without a row the defaults hold."""

    library = models.OneToOneField(
        Library, on_delete=models.CASCADE, related_name="machine_settings", verbose_name=_("library")
    )
    monthly_characters = models.PositiveIntegerField(
        _("characters a month"),
        default=MONTHLY_CHARACTERS,
        validators=[MaxValueValidator(MOST_CHARACTERS)],
        help_text=_("For all languages together. A page is some 2,000 characters. With 0 nothing is sent."),
    )
    may_publish_unread = models.BooleanField(
        _("may be published before somebody read it"),
        default=True,
        help_text=_("Readers then see that a computer translated the page, until an editor has read it."),
    )

    class Meta:
        verbose_name = _("rules for computer translations")
        verbose_name_plural = _("rules for computer translations")

    def __str__(self) -> str:
        return str(self.library)


class CharacterUse(models.Model):
    """How many characters a library had translated into a language in a month."""

    library = models.ForeignKey(Library, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    language = models.CharField(max_length=12)
    characters = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("translated characters")
        verbose_name_plural = _("translated characters")
        constraints = [models.UniqueConstraint(fields=["library", "month", "language"], name="one_count_per_month")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.language}: {self.characters}"


class Draft(models.Model):
    """The latest draft that was asked for of a page in a language."""

    translation = models.OneToOneField("wagtail_localize.Translation", on_delete=models.CASCADE, related_name="+")
    library = models.ForeignKey(Library, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    problem = models.CharField(max_length=16, choices=Problem, blank=True)
    detail = models.CharField(max_length=200, blank=True)
    retry_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("computer translation")
        verbose_name_plural = _("computer translations")

    def __str__(self) -> str:
        return f"{self.translation_id} {self.state}"

    @property
    def sentence(self) -> str:
        """What went wrong, for an editor; empty when nothing did."""
        return Problem(self.problem).label % {"detail": self.detail} if self.problem else ""
