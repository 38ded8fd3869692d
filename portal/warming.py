"""What is loaded before the first request, instead of during it."""

from django.conf import settings
from django.urls import get_resolver
from django.utils import translation


def load_in_main_language() -> None:
    """Load every address, and with them the screens of the admin.

    Wagtail builds forms and choosers while the addresses are loaded, and writes some of their words down there and
    then, in the language that is active at that moment. Left to the first request, that would be the first reader's:
    whoever edits would choose from Polish buttons until the next start.
    """
    with translation.override(settings.LANGUAGE_CODE):
        for pattern in get_resolver().url_patterns:
            getattr(pattern, "url_patterns", None)
