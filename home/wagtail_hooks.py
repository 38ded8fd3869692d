"""Index of the hooks of this area, a sorted line a feature."""

from home.mail.admin import *  # noqa: F403 - registers its hooks
from home.periodic.admin import *  # noqa: F403 - registers its hooks
from home.persons.admin import *  # noqa: F403 - registers its hooks
from home.site.accessibility.admin import *  # noqa: F403 - registers its hooks
from home.site.links.admin import *  # noqa: F403 - registers its hooks
from home.site.media.admin import *  # noqa: F403 - registers its hooks
from home.site.wording.admin import *  # noqa: F403 - registers its hooks
from home.staff.admin import *  # noqa: F403 - registers its hooks
from home.tenant.gate.admin.hooks import *  # noqa: F403 - registers its hooks
from home.words.board.admin import *  # noqa: F403 - registers its hooks
from home.words.machine.admin import *  # noqa: F403 - registers its hooks
from home.words.plain_language.admin import *  # noqa: F403 - registers its hooks
from home.words.tracking.admin import *  # noqa: F403 - registers its hooks
from home.words.translation.admin import *  # noqa: F403 - registers its hooks
from home.words.volunteers.admin import *  # noqa: F403 - registers its hooks
