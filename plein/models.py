"""Index of the models of this area, a sorted line a feature."""

from plein.calendars.models import CalendarRule, CalendarSource  # noqa: F401
from plein.collection.models import Tip  # noqa: F401
from plein.events.models import Welcomer  # noqa: F401
from plein.events.pages import EventIndexPage, EventPage  # noqa: F401
from plein.finder.models import WordList  # noqa: F401
from plein.offer.pages import OfferIndexPage, OfferPage  # noqa: F401
from plein.partners.pages import PartnerIndexPage, PartnerPage  # noqa: F401
from plein.picture.models import Goal  # noqa: F401
from plein.places.models import Closure, OpeningHours, Room  # noqa: F401
from plein.places.pages import PleinPage  # noqa: F401
from plein.programme.models import Change, Series  # noqa: F401
from plein.programme.pages import WeekPage  # noqa: F401
from plein.themes.pages import ThemeIndexPage, ThemePage  # noqa: F401
