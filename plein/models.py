"""Index of the models of this area, a sorted line a feature."""

from plein.offer.collection.models import Tip  # noqa: F401
from plein.offer.offers.pages import OfferIndexPage, OfferPage  # noqa: F401
from plein.offer.partners.pages import PartnerIndexPage, PartnerPage  # noqa: F401
from plein.offer.places.models import Closure, OpeningHours, Room  # noqa: F401
from plein.offer.places.pages import PleinPage  # noqa: F401
from plein.offer.themes.pages import ThemeIndexPage, ThemePage  # noqa: F401
from plein.out.finder.models import WordList  # noqa: F401
from plein.out.picture.models import Goal, GoalWords  # noqa: F401
from plein.programme.calendars.models import CalendarRule, CalendarSource  # noqa: F401
from plein.programme.events.models import Welcomer  # noqa: F401
from plein.programme.events.pages import EventIndexPage, EventPage  # noqa: F401
from plein.programme.timetable.models import Change, Series  # noqa: F401
from plein.programme.timetable.pages import WeekPage  # noqa: F401
