"""For the tests: quick passwords, files in a folder of their own, tasks at once."""

import atexit
import shutil
import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403 - a settings module is a list of names

SECRET_KEY = "only-for-tests"  # noqa: S105
# A folder for each process: two runs at once must not empty each other's cache.
_files = Path(tempfile.mkdtemp(prefix="portal-tests-"))
atexit.register(shutil.rmtree, _files, ignore_errors=True)
MEDIA_ROOT = _files / "media"
PRIVATE_ROOT = _files / "private"
STORAGES["private"]["OPTIONS"]["location"] = PRIVATE_ROOT  # noqa: F405
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
ERASURE_LEDGER = _files / "erasures.txt"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES["default"]["LOCATION"] = _files / "cache"  # noqa: F405
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
COUNT_READS = False
ALLOWED_HOSTS = ["*"]
WHITENOISE_AUTOREFRESH = True
