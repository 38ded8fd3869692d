"""Index of the hooks of this area, a sorted line a feature."""

from home.accessibility.hooks import *  # noqa: F403 - registers its hooks
from home.coverage.hooks import *  # noqa: F403 - registers its hooks
from home.links.hooks import *  # noqa: F403 - registers its hooks
from home.machine.hooks import *  # noqa: F403 - registers its hooks
from home.mail.hooks import *  # noqa: F403 - registers its hooks
from home.media.hooks import *  # noqa: F403 - registers its hooks
from home.plain_language.hooks import *  # noqa: F403 - registers its hooks
from home.staff.hooks import *  # noqa: F403 - registers its hooks
from home.tenancy.hooks import *  # noqa: F403 - registers its hooks
from home.translation.hooks import *  # noqa: F403 - registers its hooks
from home.translators.hooks import *  # noqa: F403 - registers its hooks
from home.wording.hooks import *  # noqa: F403 - registers its hooks
