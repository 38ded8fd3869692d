"""Codes of the talking picture, and the words by which its address names them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from plein.offer.offers.choices import OfferKind


class Domain(TextChoices):
    """The eight life domains (tipkaarten "Van onbekend naar vertrouwd", "Praatplaat"); each has its pictogram."""

    WORK = "work", _("Work and training")
    INTEGRATION = "integration", _("Civic integration")
    UPBRINGING = "upbringing", _("Bringing up children")
    HEALTH = "health", _("Health and exercise")
    ARRANGING = "arranging", _("Arranging things")
    LEISURE = "leisure", _("Free time and people")
    DIGITAL = "digital", _("Telephone and computer")
    NUMBERS = "numbers", _("Doing sums")


class Manner(TextChoices):
    """The second layer: with whom one practises (tipkaarten "Van onbekend naar vertrouwd", "Praatplaat")."""

    BUDDY = "buddy", _("With a language buddy")
    GROUP = "group", _("In a small group")
    WALK_IN = "walk-in", _("Walk in, without an appointment")


class GoalPictogram(TextChoices):
    """The drawings a choice can have."""

    TALK = "talk", _("talking")
    LETTER = "letter", _("letter")
    SIGN_UP = "sign-up", _("form")
    BOOK = "book", _("book")
    LANGUAGE = "language", _("language")
    JOB = "job", _("job")
    INTEGRATION = "integration", _("passport")
    SCHOOL = "school", _("school")
    CHILDREN = "children", _("child")
    FAMILY = "family", _("family")
    HEALTH = "health", _("health")
    BIKE = "bike", _("cycling")
    APPOINTMENT = "appointment", _("appointment")
    PHONE = "phone", _("calling")
    MONEY = "money", _("money")
    MEET = "meet", _("meeting people")
    HELP = "help", _("helping")
    DIGITAL = "digital", _("telephone")
    COMPUTER = "computer", _("computer")
    MAIL = "mail", _("e-mail")
    CLOCK = "clock", _("clock")
    MEASURE = "measure", _("measuring")
    NUMBERS = "numbers", _("sums")


# The address is read aloud and printed: it is Dutch, whatever the page's language.
DOMAIN_WORDS = {
    "werk": Domain.WORK,
    "inburgering": Domain.INTEGRATION,
    "opvoeding": Domain.UPBRINGING,
    "gezondheid": Domain.HEALTH,
    "zaken-regelen": Domain.ARRANGING,
    "vrije-tijd": Domain.LEISURE,
    "digitaal": Domain.DIGITAL,
    "rekenen": Domain.NUMBERS,
}
MANNER_WORDS = {"taalmaatje": Manner.BUDDY, "groepje": Manner.GROUP, "inloop": Manner.WALK_IN}
# What somebody wants may stand in no list.
OTHER = "anders"
LONGEST_WORD = 60

# What one does with others.
GROUP_KINDS = frozenset({OfferKind.COURSE, OfferKind.WORKSHOP, OfferKind.PRACTICE_GROUP, OfferKind.INFORMATION_SESSION})
