"""The page of a plein."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from home.site.pages.fields import words
from home.site.pages.pages import SHORT_TEXT_FEATURES, BasePage
from home.site.pages.presenters import Fact, FactValue
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from plein.offer.places.choices import Facility, PresenceForm
from plein.offer.places.selectors import Opening, opening_of

WEEKS_OF_EXCEPTIONS = 8


class PleinPage(BasePage):
    """One recognisable place: its name, address, rooms, opening hours and who receives you."""

    presence_form = models.CharField(
        _("form"),
        max_length=12,
        choices=PresenceForm,
        default=PresenceForm.SPREAD,
        help_text=_("How partners are present; the programme and the screen follow it."),
    )
    street = models.CharField(_("street and number"), max_length=80, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=8, blank=True)
    city = models.CharField(_("place"), max_length=60, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    is_inside_library = models.BooleanField(_("inside the library"), default=True)
    has_wheelchair_access = models.BooleanField(_("wheelchair access"), default=True)
    closes_on_holidays = models.BooleanField(
        _("closed on public holidays"),
        default=True,
        help_text=_("The Dutch public holidays. A series can take place all the same, or move."),
    )
    getting_in = RichTextField(_("how to get in"), features=SHORT_TEXT_FEATURES, blank=True)
    route = RichTextField(_("how to get there"), features=SHORT_TEXT_FEATURES, blank=True)
    host_text = RichTextField(_("who receives you"), features=SHORT_TEXT_FEATURES, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("presence_form"),
                FieldRowPanel([FieldPanel("street"), FieldPanel("postal_code"), FieldPanel("city")]),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("is_inside_library"), FieldPanel("has_wheelchair_access")]),
                FieldPanel("closes_on_holidays"),
            ],
            _("Facts, the same in every language"),
        ),
        FieldPanel("host_text"),
        FieldPanel("getting_in"),
        FieldPanel("route"),
        *BasePage.body_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("route"), index.SearchField("host_text")]
    translatable_fields = words("getting_in", "route", "host_text")

    parent_page_types = ["home.HomePage"]
    template = "plein/offer/places/plein_page.html"

    class Meta:
        verbose_name = _("plein")
        verbose_name_plural = _("pleinen")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        source: PleinPage = reading.source
        last = reading.today + timedelta(weeks=WEEKS_OF_EXCEPTIONS)
        opening = _own(opening_of(reading.library, reading.today, last), source)
        is_open, label, again = opening.now_label(reading.code)
        return {
            "is_open": is_open,
            "open_label": label if is_open else again or label,
            "presence_label": source.get_presence_form_display(),
            "facts": _facts(source),
            "hours": _hours(opening, reading),
            "exceptions": _exceptions(opening, reading, last),
            "rooms": [
                {
                    "name": room.name,
                    "lang": reading.library.main_language if reading.code != reading.library.main_language else "",
                    "dir": "ltr",
                    "text": "",
                    "facilities": [{"pictogram": code, "label": Facility(code).label} for code in room.facilities],
                }
                for room in source.rooms.all()
            ],
        }


def _facts(source: PleinPage) -> list[Fact]:
    """Address, access and how to reach it, in the active language."""
    address = ", ".join(part for part in (source.street, f"{source.postal_code} {source.city}".strip()) if part)
    where = _now("In the library") if source.is_inside_library else _now("Outside the library")
    facts = [Fact("place", _now("Where"), [FactValue(address), FactValue(where)])]
    if source.has_wheelchair_access:
        facts.append(Fact("wheelchair", _now("Wheelchair"), [FactValue(_now("You can get in with a wheelchair."))]))
    digits = "".join(sign for sign in source.phone if sign.isdigit() or sign == "+")
    if digits:
        facts.append(Fact("phone", _now("Telephone"), [FactValue(source.phone, url=f"tel:{digits}", dir="ltr")]))
    if source.email:
        facts.append(Fact("mail", _now("E-mail"), [FactValue(source.email, url=f"mailto:{source.email}", dir="ltr")]))
    return facts


def _hours(opening: Opening, reading: Reading) -> list[dict[str, Any]]:
    """Opening hours from today on, a row a day: exceptions of the coming days are in them."""
    rows = []
    for offset in range(7):
        day = reading.today + timedelta(days=offset)
        label = opening.label(day, reading.code)
        rows.append(
            {
                "weekday": dates.day_label(day, reading.code),
                "label": label or opening.closed_label(day) or _now("Closed"),
                "is_today": offset == 0,
                "is_closed": not label,
            }
        )
    return rows


def _own(opening: Opening, plein: PleinPage) -> Opening:
    """The opening of one plein of the library."""
    return Opening(
        [row for row in opening.hours if row.plein_id == plein.pk],
        [row for row in opening.closures if row.plein_id == plein.pk],
        plein.closes_on_holidays,
        opening.country,
    )


def _exceptions(opening: Opening, reading: Reading, last: date) -> list[dict[str, str]]:
    """Days to come on which it is closed: closures, and public holidays on which it would be open."""
    usual = {row.weekday for row in opening.hours}
    spans = [(row.first_day, row.last_day) for row in opening.closures]
    for offset in range((last - reading.today).days + 1):
        day = reading.today + timedelta(days=offset)
        is_holiday = opening.keeps(day) and day.weekday() in usual
        if is_holiday and not any(start <= day <= end for start, end in spans):
            spans.append((day, day))
    return [
        {"day": _days(start, end, reading.code), "label": opening.closed_label(start)} for start, end in sorted(spans)
    ]


def _days(start: date, end: date, code: str) -> str:
    first, last = dates.day_label(start, code), dates.day_label(end, code)
    return first if first == last else f"{first} – {last}"
