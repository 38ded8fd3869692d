"""What somebody reads who has to wait, and what she typed."""

import math
from datetime import timedelta

from django.http import HttpRequest
from django.utils.translation import ngettext

MINUTE = timedelta(minutes=1)
# Not shown again: one is of this page only, the others are nobody's to see.
NOT_KEPT = ("csrfmiddlewaretoken", "password", "code")


def wait_sentence(wait: timedelta) -> str:
    """How long to wait, in the reader's language."""
    minutes = max(1, math.ceil(wait / MINUTE))
    return ngettext(
        "This was tried too often. Wait %(count)d minute, and then try again.",
        "This was tried too often. Wait %(count)d minutes, and then try again.",
        minutes,
    ) % {"count": minutes}


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was posted, by field, to be sent again with one button; no passwords."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not any(word in name.lower() for word in NOT_KEPT)
        for value in values
    ]
