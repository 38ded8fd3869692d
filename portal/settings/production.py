"""What ``make start`` and an installation run with: DEBUG off, the secret from the environment or from ``var/``."""

import os

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *  # noqa: F403 - a settings module is a list of names
from portal.settings.smtp import mail_settings

_secret_file = VAR_DIR / "secret-key"  # noqa: F405
SECRET_KEY = os.environ.get("SECRET_KEY") or (_secret_file.read_text().strip() if _secret_file.exists() else "")
if not SECRET_KEY:
    message = f"Set SECRET_KEY, or let `make start` write one to {_secret_file}."
    raise ImproperlyConfigured(message)

# An installation has a certificate; the demo on localhost sets PORTAL_SCHEME=http.
_https = os.environ.get("PORTAL_SCHEME", "https") == "https"
SECURE_SSL_REDIRECT = _https
SESSION_COOKIE_SECURE = _https
CSRF_COOKIE_SECURE = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_PRELOAD = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None

# The demo has no mail server: its mails become files. It has one as soon as you name it.
if _https or os.environ.get("SMTP_HOST"):
    globals().update(mail_settings(os.environ))
