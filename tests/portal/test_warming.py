"""What is loaded before the first request."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIRST_READER_IS_POLISH = """
from django.urls import resolve
from django.utils import translation

with translation.override("pl"):
    resolve("/admin/")
with translation.override("nl"):
    form = resolve("/admin/snippets/plein/change/add/").func.view_initkwargs["form_class"]
    print(form.base_fields["series"].widget.choose_one_text)
"""


def loads(start: str, tmp_path: Path) -> str:
    """What a button of the admin says in Dutch, after a first reader in Polish, in a process that starts so."""
    answer = subprocess.run(
        [sys.executable, "-c", start + FIRST_READER_IS_POLISH],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test", "PORTAL_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.strip()


@pytest.mark.parametrize(
    ("start", "button"),
    [
        pytest.param("import portal.wsgi", "Kies reeks", id="as-the-server-starts"),
        pytest.param("import django; django.setup()", "Wybierz reeks", id="without-it-the-first-reader-decides"),
    ],
)
def test_the_first_reader_does_not_choose_the_language_of_the_admin(start: str, button: str, tmp_path: Path) -> None:
    assert loads(start, tmp_path) == button
