"""The partner pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from home.site.pages.fields import CodeListField, words
from home.site.pages.pages import BasePage
from home.site.pages.presenters import Fact, FactValue, language_fact, page_cards, words_of
from home.site.pages.reading import Reading
from home.tenant.languages import known
from home.tenant.libraries.selectors import live_sources
from plein.offer.partners.choices import PartnerKind
from plein.offer.showing.slots import moments_of

WEEKS_AHEAD = 4
MOST_MOMENTS = 5


def mark_codes() -> list[tuple[str, str]]:
    """The drawn marks for a partner without a logo of its own."""
    return [(f"mark-{number}", str(number)) for number in range(1, 15)]


class PartnerPage(BasePage):
    """One partner organisation, what it does for a resident and when it is here."""

    kind = models.CharField(_("kind"), max_length=24, choices=PartnerKind, default=PartnerKind.VOLUNTEERS)
    mark = models.CharField(_("mark"), max_length=12, blank=True, choices=mark_codes)
    languages = CodeListField(_("languages spoken"), codes=known.choices)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    is_commercial = models.BooleanField(
        _("commercial"),
        default=False,
        help_text=_("A visitor sees this at the top, with what is free and what is not."),
    )
    free_text = models.TextField(_("what is free"), blank=True)
    paid_text = models.TextField(_("what is not free"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("mark")]),
                FieldPanel("languages"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("website"),
                FieldPanel("is_commercial"),
            ],
            _("Facts, the same in every language"),
        ),
        FieldPanel("free_text"),
        FieldPanel("paid_text"),
        *BasePage.body_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("free_text")]
    translatable_fields = words("free_text", "paid_text")

    parent_page_types = ["plein.PartnerIndexPage"]
    template = "plein/offer/partners/partner_page.html"

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def clean(self) -> None:
        super().clean()
        if self.is_commercial and not self.paid_text:
            message = _("Say what is not free: a visitor must know before she decides.")
            raise ValidationError({"paid_text": message})

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        source: PartnerPage = reading.source
        moments = moments_of.given(reading, weeks=WEEKS_AHEAD, most=MOST_MOMENTS, offer__partner=source.pk)
        offers = [
            offer
            for rows in (source.offers.all(), source.also_offers.all())
            for offer in live_sources(rows, reading.library).order_by("title")
        ]
        found = words_of(reading, [*moments.pages, *offers])
        return {
            "mark": source.mark,
            "kind_label": source.get_kind_display(),
            "is_commercial": source.is_commercial,
            "facts": _facts(source, reading),
            "next_sessions": moments.cards(found),
            "offers": page_cards(reading, offers, found),
        }


def _facts(source: PartnerPage, reading: Reading) -> list[Fact]:
    """Languages and how to reach the partner."""
    facts = language_fact(source.languages, reading.code, _now("Languages"))
    digits = "".join(sign for sign in source.phone if sign.isdigit() or sign == "+")
    if digits:
        facts.append(Fact("phone", _now("Telephone"), [FactValue(source.phone, url=f"tel:{digits}", dir="ltr")]))
    if source.email:
        facts.append(Fact("mail", _now("E-mail"), [FactValue(source.email, url=f"mailto:{source.email}", dir="ltr")]))
    if source.website:
        facts.append(Fact("computer", _now("Website"), [FactValue(source.website, url=source.website, dir="ltr")]))
    return facts


class PartnerIndexPage(BasePage):
    """All partners of the plein."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["plein.PartnerPage"]
    is_kept = True
    template = "plein/offer/partners/partner_index_page.html"

    class Meta:
        verbose_name = _("overview of partners")
        verbose_name_plural = _("overviews of partners")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        pages = PartnerPage.objects.child_of(reading.source).live().order_by("title")
        return {"cards": page_cards(reading, pages)}
