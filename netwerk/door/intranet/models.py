"""Rows of the intranet: agreements as private files, and what a colleague tells about herself."""

import uuid
from datetime import timedelta
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from home.site.media.models import private_storage
from home.site.pages.fields import CodeListField
from home.tenant.languages import known as languages
from home.tenant.users.sign_in_words import PersonalData
from netwerk.door.intranet.choices import FILE_TYPES, MOST_BYTES, weekdays


def agreement_path(instance: "Agreement", filename: str) -> str:
    """A name that nobody can guess, in a folder per library; the reader gets a readable one when she opens it."""
    return f"agreements/{instance.library_id}/{uuid.uuid4().hex}{PurePath(filename).suffix.lower()}"


def validate_size(file: FieldFile) -> None:
    """Refuse a file that would fill the disk."""
    if file.size > MOST_BYTES:
        raise ValidationError(
            _("This file is larger than 20 MB. Make it smaller, for example by leaving out pictures.")
        )


class Agreement(models.Model):
    """A working agreement between the library and its partners. The file has no address; a view checks who asks."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    title = models.CharField(_("title"), max_length=100)
    summary = models.CharField(_("in one sentence"), max_length=200)
    file = models.FileField(
        _("file"),
        storage=private_storage,
        upload_to=agreement_path,
        validators=[FileExtensionValidator(FILE_TYPES), validate_size],
    )
    uploaded_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def suffix(self) -> str:
        return PurePath(self.file.name).suffix.lower()

    @property
    def kind(self) -> str:
        return self.suffix.lstrip(".").upper()

    @property
    def download_name(self) -> str:
        return f"{slugify(self.title) or 'agreement'}{self.suffix}"


class ColleagueCard(models.Model):
    """What somebody tells colleagues about herself at one library. The account and its roles stand elsewhere."""

    personal_data = PersonalData(
        purpose=_("Colleagues find each other."),
        ground=_("Agreement with the library."),
        retention=timedelta(days=365),
        fields=("extension", "languages", "present", "ask_me_about"),
    )

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    extension = models.CharField(_("telephone or extension"), max_length=30, blank=True)
    languages = CodeListField(_("languages you speak"), codes=languages.choices)
    present = CodeListField(_("days on which you are in"), codes=weekdays)
    ask_me_about = models.CharField(_("ask me about"), max_length=160, blank=True)
    partner = models.ForeignKey(
        "plein.PartnerPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )

    class Meta:
        verbose_name = _("colleague")
        verbose_name_plural = _("colleagues")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["library", "user"], name="one_card_per_colleague_and_library")]

    def __str__(self) -> str:
        return f"colleague {self.pk}"
