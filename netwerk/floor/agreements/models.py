"""Agreements, as private files."""

import uuid
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from home.site.media.models import private_storage
from netwerk.floor.agreements.choices import FILE_TYPES, MOST_BYTES


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
