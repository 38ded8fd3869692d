"""Index of the models of this area, a sorted line a feature."""

from home.consent.models import ConsentWords  # noqa: F401
from home.limits.models import Attempts  # noqa: F401
from home.mail.models import MailText, OutboxMessage  # noqa: F401
from home.periodic.models import PeriodicRun  # noqa: F401
from home.personal_links.models import PersonalLink  # noqa: F401
from home.persons.models import Erasure, RetentionRun  # noqa: F401
from home.site.accessibility.pages import AccessibilityPage  # noqa: F401
from home.site.media.models import PortalDocument, PortalImage, PortalRendition  # noqa: F401
from home.site.pages.pages import ContentPage, HomePage  # noqa: F401
from home.site.search.models import SearchText  # noqa: F401
from home.site.wording.models import ExplainedWord  # noqa: F401
from home.tenant.languages.models import MachineDraft  # noqa: F401
from home.tenant.libraries.models import Library, LibraryLanguage, Membership  # noqa: F401
from home.tenant.users.models import User  # noqa: F401
from home.words.board.models import PageReads  # noqa: F401
from home.words.machine.models import CharacterUse, Draft, GlossaryTerm, MachineSettings  # noqa: F401
from home.words.tracking.models import SmallChange, WordsSnapshot  # noqa: F401
from home.words.volunteers.models import JobPage, JobSentence, TranslationJob  # noqa: F401
