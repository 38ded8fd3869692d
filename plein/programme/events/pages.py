"""The event pages."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from home.site.blocks.stream_field import PortalStreamField
from home.site.pages.fields import CodeListField, words
from home.site.pages.pages import SHORT_TEXT_FEATURES, BasePage
from home.site.pages.presenters import Fact, FactValue, language_fact, language_list, words_of
from home.site.pages.reading import Reading
from home.tenant.languages import dates, known
from home.tenant.languages.selectors import address
from plein.offer.offers.choices import Cost, Entry
from plein.offer.places.choices import Reason
from plein.programme.events.choices import Children, EventStatus, Food, Scene
from plein.programme.events.models import EventQuerySet
from plein.programme.events.presenters import event_cards
from plein.programme.events.selectors import occurrence_of
from plein.programme.timetable.presenters import pages_of

MOST_PAST = 6


class ProgrammeLineBlock(blocks.StructBlock):
    """One moment of the event."""

    time = blocks.TimeBlock(label=_("time"))
    text = blocks.CharBlock(label=_("what happens"), max_length=160)

    class Meta:
        icon = "time"
        label = _("Moment")
        description = _("A time and what happens then.")
        preview_value = {"time": "19:00", "text": "De deur gaat open."}


class EventPage(BasePage):
    """An invitation: one day, one place, who welcomes, and in which languages."""

    date = models.DateField(_("day"))
    start_time = models.TimeField(_("from"))
    end_time = models.TimeField(_("until"))
    plein = models.ForeignKey(
        "plein.PleinPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("plein"),
    )
    room = models.ForeignKey(
        "plein.Room", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("room")
    )
    place = models.CharField(_("other place"), max_length=120, blank=True)
    theme = models.ForeignKey(
        "plein.ThemePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("theme"),
    )
    entry = models.CharField(_("how one gets in"), max_length=12, choices=Entry, default=Entry.WALK_IN)
    languages = CodeListField(_("languages spoken"), codes=known.choices)
    children = models.CharField(_("children"), max_length=8, choices=Children, default=Children.WELCOME)
    food = models.CharField(_("food"), max_length=8, choices=Food, default=Food.DRINKS)
    cost = models.CharField(_("cost"), max_length=8, choices=Cost, default=Cost.FREE)
    status = models.CharField(_("does it take place"), max_length=12, choices=EventStatus, default="planned")
    reason = models.CharField(_("why not"), max_length=12, choices=Reason, blank=True)
    scene = models.CharField(_("drawing"), max_length=12, choices=Scene, blank=True)
    programme = PortalStreamField([("moment", ProgrammeLineBlock())], blank=True, verbose_name=_("programme"))
    getting_there = RichTextField(_("how to get there"), features=SHORT_TEXT_FEATURES, blank=True)

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("date"), FieldPanel("start_time"), FieldPanel("end_time")]),
                FieldRowPanel([PageChooserPanel("plein"), FieldPanel("room"), FieldPanel("place")]),
                FieldRowPanel([FieldPanel("entry"), FieldPanel("children"), FieldPanel("food"), FieldPanel("cost")]),
                FieldPanel("languages"),
                FieldRowPanel([PageChooserPanel("theme"), FieldPanel("scene")]),
                FieldRowPanel([FieldPanel("status"), FieldPanel("reason")]),
            ],
            _("Facts, the same in every language"),
        ),
        FieldPanel("programme"),
        FieldPanel("getting_there"),
        *BasePage.body_panels,
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("date"), index.SearchField("getting_there")]
    translatable_fields = words("programme", "getting_there")

    parent_page_types = ["plein.EventIndexPage"]
    template = "plein/programme/events/event_page.html"

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.start_time and self.end_time and self.end_time <= self.start_time:
            errors["end_time"] = _("The end is before the start.")
        if self.status == EventStatus.CANCELLED and not self.reason:
            errors["reason"] = _("Choose why, so that every reader sees it in her own language.")
        if self.room_id and self.plein_id and self.room.plein_id != self.plein_id:
            errors["room"] = _("This room is not on the plein that you chose.")
        if errors:
            raise ValidationError(errors)

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        source = EventPage.objects.select_related("plein", "room", "theme", "picture").get(pk=reading.source.pk)
        if getattr(reading.request, "is_preview", False) and reading.words is reading.source:
            source = reading.source
        row = occurrence_of(source)
        found = words_of(reading, pages_of([row]))
        card = event_cards(reading, [row], words=found)[0]
        library = reading.library
        needs_sign_up = source.entry != Entry.WALK_IN
        return {
            "card": card,
            "hue": card.hue,
            "welcomers": [
                {"name": person.name, "languages": language_list(person.languages, reading.code)}
                for person in source.welcomers.all()
            ],
            "programme": [
                {"time": dates.clock_time(line.value["time"], reading.code), "text": line.value["text"]}
                for line in self.programme
            ],
            "facts": _facts(source, reading),
            "calendar_url": card.calendar_url,
            "sign_up_href": f"tel:{library.telephone_link}" if needs_sign_up and library.phone else "",
            "sign_up_label": _now("Call the library to sign up: %(number)s") % {"number": library.unbroken_phone}
            if needs_sign_up and library.phone
            else "",
        }


def _facts(source: EventPage, reading: Reading) -> list[Fact]:
    """When, where, cost, food, children, entry: facts of the source, in the active language."""
    row = occurrence_of(source)
    # Two lines: a comma between them is another one in each script.
    when = (dates.day_label(row.day, reading.code), dates.time_range(row.start, row.end, reading.code))
    places = []
    if source.room:
        places.append(FactValue(source.room.name))
    if source.plein:
        street = ", ".join(part for part in (source.plein.street, source.plein.city) if part)
        places.append(FactValue(street or source.plein.title, url=address(source.plein, reading.code)))
    if source.place:
        places.append(FactValue(source.place))
    facts = [Fact("calendar", _now("When"), [FactValue(part) for part in when])]
    if places:
        facts.append(Fact("place", _now("Where"), places))
    facts += language_fact(source.languages, reading.code, _now("Languages"))
    facts.append(
        Fact("free" if source.cost == Cost.FREE else "paid", _now("Cost"), [FactValue(source.get_cost_display())])
    )
    facts.append(Fact("coffee", _now("Food and drink"), [FactValue(source.get_food_display())]))
    facts.append(Fact("children", _now("Children"), [FactValue(source.get_children_display())]))
    return facts


class EventIndexPage(BasePage):
    """Events that come, those in the reader's language first, and a few that were."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["plein.EventPage"]
    is_kept = True
    template = "plein/programme/events/event_index_page.html"

    class Meta:
        verbose_name = _("overview of events")
        verbose_name_plural = _("overviews of events")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        events = EventPage.objects.shown(reading.library)
        since = reading.today - timedelta(days=180)
        rows = [occurrence_of(event) for event in events.filter(date__gte=since).order_by("date", "start_time")]
        coming = [row for row in rows if row.day >= reading.today]
        past = [row for row in reversed(rows) if row.day < reading.today][:MOST_PAST]
        found = words_of(reading, pages_of([*coming, *past]))
        cards = event_cards(reading, coming, words=found)
        return {
            "events": sorted(cards, key=lambda card: reading.code not in {row.code for row in card.languages}),
            "past_events": event_cards(reading, past, words=found),
        }
