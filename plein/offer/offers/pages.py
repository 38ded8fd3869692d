"""The offer pages."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from home.site.pages.fields import CodeListField, words
from home.site.pages.pages import BasePage
from home.site.pages.presenters import FactValue, Group, page_cards, words_of
from home.site.pages.reading import Reading
from home.tenant.languages import known
from home.tenant.languages.selectors import address
from plein.offer.offers.choices import ENTRY_PICTOGRAMS, Cost, Entry, OfferGroup, OfferKind
from plein.offer.offers.presenters import call_action, entry_text, offer_facts
from plein.offer.showing.slots import moments_of

WEEKS_AHEAD = 9
FIRST_MOMENTS = 3
MOST_MOMENTS = 15


class OfferPage(BasePage):
    """One thing a resident can come for. Its moments are series, rows of their own."""

    kind = models.CharField(_("kind"), max_length=24, choices=OfferKind, default=OfferKind.CONSULTATION_HOUR)
    entry = models.CharField(_("how one gets in"), max_length=12, choices=Entry, default=Entry.WALK_IN)
    with_buddy = models.BooleanField(
        _("with a language buddy"),
        default=False,
        help_text=_("One to one, or it leads to somebody with whom one practises one to one."),
    )
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
    languages = CodeListField(_("languages spoken"), codes=known.choices)
    cost = models.CharField(_("cost"), max_length=8, choices=Cost, default=Cost.FREE)
    cost_note = models.TextField(_("about the cost"), blank=True)
    for_whom = models.TextField(_("for whom"), blank=True)
    bring_along = models.TextField(_("bring along"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("group"), FieldPanel("entry"), FieldPanel("cost")]),
                FieldPanel("with_buddy"),
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
    template = "plein/offer/offers/offer_page.html"

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        source: OfferPage = reading.source
        moments = moments_of.given(reading, weeks=WEEKS_AHEAD, most=MOST_MOMENTS, offer=source.pk)
        themes = [page for page in (source.theme, *source.also_themes.all()) if page]
        partners = [page for page in (source.partner, *source.also_partners.all()) if page]
        found = words_of(reading, [*moments.pages, *themes, *partners])
        cards = moments.cards(found)
        places = [FactValue(name, url=address(plein, reading.code)) for name, plein in moments.rooms.items()]
        return {
            "kind_label": source.get_kind_display(),
            "entry": source.entry,
            "entry_pictogram": ENTRY_PICTOGRAMS[Entry(source.entry)],
            "entry_label": source.get_entry_display(),
            "entry_text": entry_text(source.entry),
            "hue": source.theme.hue if source.theme else 0,
            "pictogram": source.theme.pictogram if source.theme else "",
            "facts": offer_facts(reading, found, partners, places),
            "next_sessions": cards[:FIRST_MOMENTS],
            "more_sessions": cards[FIRST_MOMENTS:],
            "themes": page_cards(reading, themes, found),
            "partners": page_cards(reading, partners, found),
            "calendar_url": f"/{reading.code}/kalender/aanbod/{source.pk}.ics",
            "qr_url": f"/{reading.code}/qr/{source.pk}.svg",
            **call_action(reading),
        }


class OfferIndexPage(BasePage):
    """All offers, by what one gets out of it."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["plein.OfferPage"]
    is_kept = True
    template = "plein/offer/offers/offer_index_page.html"

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
