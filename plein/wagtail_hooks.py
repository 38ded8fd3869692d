"""Index of the hooks of this area, a sorted line a feature."""

from plein.calendars.hooks import *  # noqa: F403 - registers its hooks
from plein.finder.hooks import *  # noqa: F403 - registers its hooks
from plein.picture.hooks import *  # noqa: F403 - registers its hooks
from plein.programme.hooks import *  # noqa: F403 - registers its hooks
from plein.signage.hooks import *  # noqa: F403
