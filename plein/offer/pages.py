"""The offer pages."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from home.languages import registry
from home.languages.selectors import address
from home.pages.cards import Fact, FactValue, Group, language_fact, page_cards, words_of
from home.pages.fields import CodeListField, words
from home.pages.pages import BasePage
from home.pages.selectors import Reading
from plein.offer.choices import OfferGroup, OfferKind
from plein.programme.cards import pages_of, session_cards, upcoming
from plein.programme.choices import ENTRY_PICTOGRAMS, Cost, Entry
from plein.programme.selectors import occurrences

WEEKS_AHEAD = 9
FIRST_MOMENTS = 3
MOST_MOMENTS = 15


class OfferPage(BasePage):
    """One thing a resident can come for. Its moments are series, rows of their own."""

    kind = models.CharField(_("kind"), max_length=24, choices=OfferKind, default=OfferKind.CONSULTATION_HOUR)
    entry = models.CharField(_("how one gets in"), max_length=12, choices=Entry, default=Entry.WALK_IN)
    group = models.CharField(_("what it is for"), max_length=8, choices=OfferGroup, default=OfferGroup.HELP)
    theme = models.ForeignKey(
        "plein.ThemePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("theme"),
    )
    also_themes = ParentalManyToManyField(
        "plein.ThemePage", blank=True, related_name="also_offers", verbose_name=_("belongs to these themes too")
    )
    partner = models.ForeignKey(
        "plein.PartnerPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="offers",
        verbose_name=_("partner"),
    )
    also_partners = ParentalManyToManyField(
        "plein.PartnerPage", blank=True, related_name="also_offers", verbose_name=_("together with")
    )
    languages = CodeListField(_("languages spoken"), codes=registry.choices)
    cost = models.CharField(_("cost"), max_length=8, choices=Cost, default=Cost.FREE)
    cost_note = models.TextField(_("about the cost"), blank=True)
    for_whom = models.TextField(_("for whom"), blank=True)
    bring_along = models.TextField(_("bring along"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("group"), FieldPanel("entry"), FieldPanel("cost")]),
                FieldRowPanel([PageChooserPanel("theme"), PageChooserPanel("partner")]),
                FieldPanel("also_themes"),
                FieldPanel("also_partners"),
                FieldPanel("languages"),
            ],
            _("Facts, the same in every language"),
        ),
        FieldPanel("for_whom"),
        FieldPanel("bring_along"),
        FieldPanel("cost_note"),
        *BasePage.body_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("for_whom"), index.SearchField("bring_along")]
    translatable_fields = words("for_whom", "bring_along", "cost_note")

    parent_page_types = ["plein.OfferIndexPage"]
    template = "plein/offer/offer_page.html"

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        source: OfferPage = reading.source
        last = reading.today + timedelta(weeks=WEEKS_AHEAD)
        rows = upcoming(reading, occurrences(reading.library, reading.today, last, offer=source.pk), MOST_MOMENTS)
        themes = [page for page in (source.theme, *source.also_themes.all()) if page]
        partners = [page for page in (source.partner, *source.also_partners.all()) if page]
        found = words_of(reading, [*pages_of(rows), *themes, *partners])
        cards = session_cards(reading, rows, words=found)
        phone = reading.library.telephone_link
        is_walk_in = source.entry == Entry.WALK_IN
        return {
            "kind_label": source.get_kind_display(),
            "entry": source.entry,
            "entry_pictogram": ENTRY_PICTOGRAMS[Entry(source.entry)],
            "entry_label": source.get_entry_display(),
            "entry_text": _entry_text(source.entry),
            "hue": source.theme.hue if source.theme else 0,
            "pictogram": source.theme.pictogram if source.theme else "",
            "facts": self._facts(source, reading, partners, found, rows),
            "next_sessions": cards[:FIRST_MOMENTS],
            "more_sessions": cards[FIRST_MOMENTS:],
            "themes": page_cards(reading, themes, found),
            "partners": page_cards(reading, partners, found),
            "calendar_url": f"/{reading.code}/kalender/aanbod/{source.pk}.ics",
            "phone_href": f"tel:{phone}" if phone and not is_walk_in else "",
            "phone_label": _now("Call the library: %(number)s") % {"number": reading.library.unbroken_phone}
            if phone and not is_walk_in
            else "",
        }

    def _facts(
        self, source: "OfferPage", reading: Reading, partners: list[Any], found: dict[int, Any], rows: list[Any]
    ) -> list[Fact]:
        """Where, who, languages, for whom, cost, bring along: always in this order."""
        foreign = {"lang": reading.words_language.code, "dir": reading.words_language.direction}
        own = foreign if reading.is_fallback else {}
        places = {row.room.name: row for row in rows if row.room}
        facts = []
        if places:
            values = [FactValue(name, url=address(row.plein, reading.code)) for name, row in places.items()]
            facts.append(Fact("place", _now("Where"), values))
        if partners:
            values = [
                FactValue(found[page.pk].title, lang=found[page.pk].lang, url=address(page, reading.code))
                for page in partners
            ]
            facts.append(Fact("host", _now("Who helps you"), values))
        facts += language_fact(source.languages, reading.code, _now("Languages"))
        if self.for_whom:
            facts.append(Fact("meet", _now("For whom"), [FactValue(self.for_whom, **own)]))
        cost = [FactValue(str(Cost(source.cost).label))]
        if self.cost_note:
            cost.append(FactValue(self.cost_note, **own))
        facts.append(Fact("free" if source.cost == Cost.FREE else "paid", _now("Cost"), cost))
        if self.bring_along:
            facts.append(Fact("bring", _now("Bring along"), [FactValue(self.bring_along, **own)]))
        return facts


def _entry_text(entry: str) -> str:
    return {
        Entry.WALK_IN: _now("You need no appointment. Just come in."),
        Entry.APPOINTMENT: _now("Make an appointment first. Call or ask at the desk."),
        Entry.SIGN_UP: _now("Sign up first. Call or ask at the desk."),
    }[Entry(entry)]


class OfferIndexPage(BasePage):
    """All offers, by what one gets out of it."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["plein.OfferPage"]
    template = "plein/offer/offer_index_page.html"

    class Meta:
        verbose_name = _("overview of offers")
        verbose_name_plural = _("overviews of offers")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        pages = list(OfferPage.objects.child_of(reading.source).live().select_related("theme").order_by("title"))
        found = words_of(reading, pages)
        return {
            "groups": [
                Group(str(group.label), page_cards(reading, [row for row in pages if row.group == group], found))
                for group in OfferGroup
                if any(row.group == group for row in pages)
            ]
        }
