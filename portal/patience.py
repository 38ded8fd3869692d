"""Going on when the database was away: locked by somebody, or being started again."""

import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connections

logger = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 15.0  # seconds; twice as long each time


def outlasting(work: Callable[[], object], *, pause: Callable[[float], object] = time.sleep) -> None:
    """Do the work; each time that the database is away while it is done, wait and begin it anew."""
    seconds = FIRST_PAUSE
    while True:
        began = time.monotonic()
        try:
            work()
        except (OperationalError, InterfaceError) as error:
            # What went well for a while before counts as a new beginning.
            seconds = FIRST_PAUSE if time.monotonic() - began > LONGEST_PAUSE * 4 else seconds
            logger.warning("The database is away (%s); going on in %.0f s.", str(error).strip(), seconds)
            connections.close_all()
            pause(seconds)
            seconds = min(seconds * 2, LONGEST_PAUSE)
        else:
            return
