"""Pictures are for everybody; what lies beside them is not."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.world import World

pytestmark = pytest.mark.django_db


def make_picture(world: World, name: str) -> AbstractImage:
    with get_test_image_file(name) as file:
        return get_image_model().objects.create(title="Foto", file=file, collection=world.library.collection)


def test_picture_is_served_and_kept_for_a_day(visitor: Client) -> None:
    picture = Path(settings.MEDIA_ROOT) / "images" / "foto.width-400.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"streepjes")
    served = visitor.get(f"{settings.MEDIA_URL}images/{picture.name}")
    assert (served.status_code, served["Cache-Control"]) == (200, "public, max-age=86400")
    assert b"".join(served.streaming_content) == b"streepjes"
    served.close()


def test_document_and_original_are_not_served_beside_them(world: World, visitor: Client) -> None:
    document = get_document_model().objects.create(
        title="Papier", file=ContentFile(b"geheim", "papier.txt"), collection=world.library.collection
    )
    image = make_picture(world, "origineel.png")
    assert (Path(settings.MEDIA_ROOT) / document.file.name).is_file()
    paths = [document.file.name, image.file.name, f"images/../{document.file.name}"]
    assert [visitor.get(f"/media/{path}").status_code for path in paths] == [404, 404, 404]
