"""Our own image, rendition and document, from the first migration on."""

from django.core.files.storage import FileSystemStorage, storages
from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition


class PrivateStorage(FileSystemStorage):
    """Files that have no address: asking for one is a programming error."""

    def url(self, name: str | None) -> str:
        message = f"{name} is private: it is served by a view that checks the membership."
        raise ValueError(message)


def private_storage() -> PrivateStorage:
    """The storage of private files, resolved late so that tests can move it."""
    return storages["private"]  # type: ignore[return-value]


class PortalImage(AbstractImage):
    """A picture; its description is what a reader who does not see it gets."""

    admin_form_fields = ("title", "file", "description", "collection", "tags")


class PortalRendition(AbstractRendition):
    """A picture in one of the fixed sizes of the templates."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_spec")
        ]


class PortalDocument(AbstractDocument):
    """A public document of a library; agreements are rows of the intranet and never come here."""

    admin_form_fields = ("title", "file", "collection", "tags")
