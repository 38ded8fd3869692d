"""Index of the models of this area, a sorted line a feature."""

from home.libraries.models import Library, LibraryLanguage, Membership  # noqa: F401
from home.mail.models import OutboxMessage  # noqa: F401
from home.media.models import PortalDocument, PortalImage, PortalRendition  # noqa: F401
from home.pages.pages import ContentPage, HomePage  # noqa: F401
from home.users.models import User  # noqa: F401
