"""What an installation has to say about its mail server, and that it does not start without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings.smtp import mail_settings

ROOT = Path(__file__).resolve().parent.parent.parent
ENOUGH = {"SMTP_HOST": "smtp.x.example", "DEFAULT_FROM_EMAIL": "portaal@x.example"}


def test_a_host_and_a_sender_are_enough_for_a_locked_line() -> None:
    assert mail_settings(ENOUGH) == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "smtp.x.example",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "",
        "EMAIL_HOST_PASSWORD": "",
        "EMAIL_USE_TLS": True,
        "EMAIL_USE_SSL": False,
        "EMAIL_TIMEOUT": 20.0,
        "DEFAULT_FROM_EMAIL": "portaal@x.example",
    }


@pytest.mark.parametrize(
    ("security", "port", "expected"),
    [("tls", "", (465, False, True)), ("none", "", (25, False, False)), ("starttls", "2525", (2525, True, False))],
)
def test_how_the_line_is_locked(security: str, port: str, expected: tuple[int, bool, bool]) -> None:
    found = mail_settings(ENOUGH | {"SMTP_SECURITY": security, "SMTP_PORT": port})
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == expected


@pytest.mark.parametrize(
    ("environment", "faults"),
    [
        (
            {},
            [
                "SMTP_HOST is missing: the name of the mail server.",
                "DEFAULT_FROM_EMAIL is missing or no address: where mail of all libraries comes from.",
            ],
        ),
        (ENOUGH | {"SMTP_SECURITY": "ssl"}, ["SMTP_SECURITY is ssl: use one of starttls, tls, none."]),
        (ENOUGH | {"SMTP_USER": "x"}, ["SMTP_PASSWORD is missing: the password that goes with SMTP_USER."]),
        (ENOUGH | {"SMTP_PASSWORD": "x"}, ["SMTP_USER is missing: the name that goes with SMTP_PASSWORD."]),
        (ENOUGH | {"SMTP_PORT": "mail"}, ["SMTP_PORT is mail: it has to be a number."]),
        (ENOUGH | {"SMTP_TIMEOUT": "0"}, ["SMTP_TIMEOUT is 0: seconds, more than 0 and at most 45."]),
        (ENOUGH | {"SMTP_TIMEOUT": "x"}, ["SMTP_TIMEOUT is x: seconds, more than 0 and at most 45."]),
    ],
    ids=["nothing", "line", "password", "user", "port", "no time", "time"],
)
def test_everything_that_is_wrong_is_listed(environment: dict[str, str], faults: list[str]) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        mail_settings(environment)
    assert str(refusal.value).splitlines()[1:] == [f"  {fault}" for fault in faults]


@pytest.mark.parametrize(
    ("environment", "back_end"),
    [
        ({"PORTAL_SCHEME": "https"}, "SMTP_HOST is missing"),
        ({"PORTAL_SCHEME": "https"} | ENOUGH, "smtp.EmailBackend"),
        ({"PORTAL_SCHEME": "http"}, "filebased.EmailBackend"),
        ({"PORTAL_SCHEME": "http"} | ENOUGH, "smtp.EmailBackend"),
    ],
    ids=["installation without", "installation", "demo", "demo with a mail server"],
)
def test_an_installation_does_not_start_without(environment: dict[str, str], back_end: str, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in {"PORTAL_SCHEME", *ENOUGH}}
    mine = {"SECRET_KEY": "x" * 50, "PORTAL_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings.production"}
    code = "from django.conf import settings; print(settings.EMAIL_BACKEND)"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | mine | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert back_end in answer.stdout + answer.stderr
    assert (answer.returncode == 0) is ("Backend" in back_end)
