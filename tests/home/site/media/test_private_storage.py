"""Files without an address."""

import pytest
from django.core.files.base import ContentFile

from home.site.media.models import private_storage


def test_a_private_file_has_no_address():
    name = private_storage().save("proef.txt", ContentFile(b"geheim"))
    try:
        with pytest.raises(ValueError, match="is private"):
            private_storage().url(name)
        with private_storage().open(name) as file:
            assert file.read() == b"geheim"
    finally:
        private_storage().delete(name)


def test_private_files_lie_outside_the_public_folder(settings):
    assert settings.MEDIA_ROOT not in [settings.PRIVATE_ROOT, *settings.PRIVATE_ROOT.parents]
