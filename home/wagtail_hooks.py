"""Index of the hooks of this area, a sorted line a feature."""

from home.links.hooks import *  # noqa: F403 - registers its hooks
from home.staff.hooks import *  # noqa: F403 - registers its hooks
from home.tenancy.hooks import *  # noqa: F403 - registers its hooks
from home.translation.hooks import *  # noqa: F403 - registers its hooks
