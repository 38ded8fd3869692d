"""Index of the hooks of this area, a sorted line a feature."""

from plein.out.finder.admin import *  # noqa: F403 - registers its hooks
from plein.out.picture.admin import *  # noqa: F403 - registers its hooks
from plein.out.signage.admin import *  # noqa: F403
from plein.programme.calendars.admin import *  # noqa: F403 - registers its hooks
from plein.programme.timetable.admin import *  # noqa: F403 - registers its hooks
