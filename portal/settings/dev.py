"""For somebody who changes the code: DEBUG on, mail on the console."""

from portal.settings.base import *  # noqa: F403 - a settings module is a list of names

DEBUG = True
SECRET_KEY = "only-for-development-on-your-own-machine"  # noqa: S105
# No worker runs beside the development server.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
