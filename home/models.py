"""Index of the models of this area, a sorted line a feature."""

from home.accessibility.pages import AccessibilityPage  # noqa: F401
from home.coverage.models import PageReads, SmallChange, WordsSnapshot  # noqa: F401
from home.languages.models import MachineDraft  # noqa: F401
from home.libraries.models import Library, LibraryLanguage, Membership  # noqa: F401
from home.machine.models import CharacterUse, Draft, GlossaryTerm, MachineSettings  # noqa: F401
from home.mail.models import MailText, OutboxMessage  # noqa: F401
from home.media.models import PortalDocument, PortalImage, PortalRendition  # noqa: F401
from home.pages.pages import ContentPage, HomePage  # noqa: F401
from home.search.models import SearchText  # noqa: F401
from home.translators.models import JobPage, JobSentence, TranslationJob  # noqa: F401
from home.users.models import User  # noqa: F401
from home.wording.models import ExplainedWord  # noqa: F401
