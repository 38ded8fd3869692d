"""The application that the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

from portal import clock

clock.start()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()

from portal.warming import load_in_main_language  # noqa: E402 - models can be imported from here on

load_in_main_language()
