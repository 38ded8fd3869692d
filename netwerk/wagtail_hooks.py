"""Index of the hooks of this area, a sorted line a feature."""

from netwerk.intranet.hooks import *  # noqa: F403 - registers its hooks
from netwerk.roster.hooks import *  # noqa: F403 - registers its hooks
