"""What may be wrong with a calendar, in sentences for an editor, and the light that shows how it is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Problem(TextChoices):
    """Why nothing was taken from an address. The label says what is wrong and what to do about it."""

    BAD_ADDRESS = "bad_address", _("This is no web address. It begins with https:// or webcal://.")
    CREDENTIALS = (
        "credentials",
        _("There is a user name or password in this address. Ask the partner for an address without it."),
    )
    PORT = "port", _("This address names a port that we do not use. Ask the partner for an ordinary web address.")
    OWN_NETWORK = (
        "own_network",
        _("This address leads into the portal's own network, not to the internet. We do not open it."),
    )
    NO_SUCH_NAME = "no_such_name", _("The name in this address does not exist. Is there a typing error in it?")
    REFUSED = "refused", _("Nobody answers at this address. Ask the partner whether the calendar still exists.")
    TOO_SLOW = "too_slow", _("The other side took too long to answer. We try again later.")
    CERTIFICATE = (
        "certificate",
        _("The secure connection is not in order: the certificate is wrong. Ask the partner to mend it."),
    )
    REDIRECTS = "redirects", _("This address leads from one address to the next, and never to a calendar.")
    NOT_FOUND = "not_found", _("There is no calendar at this address (any more). Ask the partner for the new address.")
    FORBIDDEN = "forbidden", _("The calendar is not public. Ask the partner for the address that is.")
    OTHER_SIDE = "other_side", _("The other side has a fault of its own. We try again later.")
    TOO_BIG = "too_big", _("The file is larger than 5 MB. Ask the partner for a calendar with this year only.")
    COMPRESSED = "compressed", _("The file is compressed, and we do not open it. Ask the partner for the plain file.")
    WEB_PAGE = "web_page", _("This is a web page, not a calendar. Ask the partner for the address that ends in .ics.")
    NO_CALENDAR = "no_calendar", _("This is no calendar: the file does not begin with BEGIN:VCALENDAR.")
    BROKEN = "broken", _("The file stops halfway or is damaged. Ask the partner to look at it.")
    TOO_MANY = "too_many", _("There are more than 5,000 events in this calendar. Ask the partner for a smaller one.")
    RETURNS_TOO_OFTEN = (
        "too_often",
        _("Something in this calendar returns so often that it makes thousands of sessions. We take nothing of it."),
    )
    UNEXPECTED = "unexpected", _("Something in this calendar we do not understand. We take nothing of it.")


class CalendarError(Exception):
    """Nothing could be taken; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class LeftOut(TextChoices):
    """Why one event of a calendar is not taken."""

    ALL_DAY = "all_day", _("It lasts all day and has no time.")
    ENDS_BEFORE_START = "ends_first", _("It ends before it starts.")
    NO_LENGTH = "no_length", _("It has no end, or ends when it starts.")
    PAST_MIDNIGHT = "past_midnight", _("It goes on past midnight.")
    NO_SUCH_TIME = "no_such_time", _("Summer time begins that night, and this time does not exist.")
    NO_START = "no_start", _("It has no start that we understand.")
    UNKNOWN_ZONE = "unknown_zone", _("Its time zone is unknown to us.")
    CLOSED = "closed", _("The plein is closed on that day.")
    NOT_UNDERSTOOD = "not_understood", _("How it returns is written in a way that we do not understand.")


class Health(TextChoices):
    """The light of a calendar: a word, and in the screen a shape and a colour with it."""

    GOOD = "good", _("in order")
    FALTERS = "falters", _("falters")
    BROKEN = "broken", _("does not work")
    PAUSED = "paused", _("is off")
    WAITING = "waiting", _("not taken yet")
