"""The mail server of an installation, from the environment."""

from collections.abc import Mapping
from email.utils import parseaddr
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# How the line to the mail server is locked, with the port that is usual for it.
PORTS = {"starttls": 587, "tls": 465, "none": 25}
TIMEOUT = 20.0  # seconds that the mail server gets for each answer
LONGEST_TIMEOUT = 45.0  # a mail belongs to the process that sends it for ten minutes; a conversation has some ten steps


def mail_settings(environment: Mapping[str, str]) -> dict[str, Any]:
    """Django's settings for mail.

    Raises:
        ImproperlyConfigured: with everything that is missing or wrong, each on a line of its own.

    """
    given = {name: environment.get(name, "").strip() for name in environment}
    security = given.get("SMTP_SECURITY") or "starttls"
    faults = list(_faults(given, security))
    if faults:
        lines = "\n".join(f"  {fault}" for fault in faults)
        message = f"The portal cannot send mail, so it does not start:\n{lines}"
        raise ImproperlyConfigured(message)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": given["SMTP_HOST"],
        "EMAIL_PORT": int(given.get("SMTP_PORT") or PORTS[security]),
        "EMAIL_HOST_USER": given.get("SMTP_USER", ""),
        "EMAIL_HOST_PASSWORD": given.get("SMTP_PASSWORD", ""),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "tls",
        "EMAIL_TIMEOUT": float(given.get("SMTP_TIMEOUT") or TIMEOUT),
        "DEFAULT_FROM_EMAIL": given["DEFAULT_FROM_EMAIL"],
    }


def _faults(given: Mapping[str, str], security: str) -> list[str]:
    """A sentence for each setting that is missing or wrong."""
    faults = []
    if not given.get("SMTP_HOST"):
        faults.append("SMTP_HOST is missing: the name of the mail server.")
    if "@" not in parseaddr(given.get("DEFAULT_FROM_EMAIL", ""))[1]:
        faults.append("DEFAULT_FROM_EMAIL is missing or no address: where mail of all libraries comes from.")
    if security not in PORTS:
        faults.append(f"SMTP_SECURITY is {security}: use one of {', '.join(PORTS)}.")
    if given.get("SMTP_USER") and not given.get("SMTP_PASSWORD"):
        faults.append("SMTP_PASSWORD is missing: the password that goes with SMTP_USER.")
    if given.get("SMTP_PASSWORD") and not given.get("SMTP_USER"):
        faults.append("SMTP_USER is missing: the name that goes with SMTP_PASSWORD.")
    if not (given.get("SMTP_PORT") or "25").isdecimal():
        faults.append(f"SMTP_PORT is {given['SMTP_PORT']}: it has to be a number.")
    if not _is_time(given.get("SMTP_TIMEOUT") or str(TIMEOUT)):
        faults.append(
            f"SMTP_TIMEOUT is {given['SMTP_TIMEOUT']}: seconds, more than 0 and at most {LONGEST_TIMEOUT:.0f}."
        )
    return faults


def _is_time(text: str) -> bool:
    try:
        return 0 < float(text) <= LONGEST_TIMEOUT
    except ValueError:
        return False
