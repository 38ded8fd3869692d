"""The theme pages."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from home.site.pages.fields import words
from home.site.pages.pages import BasePage
from home.site.pages.presenters import Group, page_cards, words_of
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.libraries.selectors import live_sources
from plein.offer.places.choices import Weekday
from plein.offer.showing.slots import moments_of, tip_groups_of
from plein.offer.themes.choices import Daypart, Hue, Pictogram
from plein.offer.themes.models import ThemeQuerySet

WEEKS_AHEAD = 3
MOST_MOMENTS = 5


class ThemePage(BasePage):
    """What a resident wants to get done: a letter, money, work; gathers offers and partners."""

    hue = models.PositiveSmallIntegerField(_("colour"), choices=Hue, default=Hue.ONE)
    pictogram = models.CharField(_("pictogram"), max_length=20, choices=Pictogram, default=Pictogram.LETTER)
    weekday = models.PositiveSmallIntegerField(
        _("day of the theme"),
        choices=Weekday,
        null=True,
        blank=True,
        help_text=_("A theme may have its own part of the week, for example Tuesday afternoon."),
    )
    daypart = models.CharField(_("part of the day"), max_length=12, choices=Daypart, blank=True)
    intro = models.TextField(_("introduction"), blank=True)
    what_else = models.TextField(_("what often helps as well"), blank=True)

    objects = PageManager.from_queryset(ThemeQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("hue"), FieldPanel("pictogram")]),
                FieldRowPanel([FieldPanel("weekday"), FieldPanel("daypart")]),
            ],
            _("Facts, the same in every language"),
        ),
        FieldPanel("intro"),
        FieldPanel("what_else"),
        *BasePage.body_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("words_people_use", boost=2),
    ]
    translatable_fields = words("intro", "what_else")

    parent_page_types = ["plein.ThemeIndexPage"]
    template = "plein/offer/themes/theme_page.html"

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        source: ThemePage = reading.source
        offers = [
            offer
            for rows in (source.offers.all(), source.also_offers.all())
            for offer in live_sources(rows, reading.library).select_related("partner").order_by("title")
        ]
        moments = moments_of.given(reading, weeks=WEEKS_AHEAD, most=MOST_MOMENTS, offer__in=[row.pk for row in offers])
        partners = {row.partner.pk: row.partner for row in offers if row.partner}.values()
        found = words_of(reading, [*moments.pages, *offers, *partners])
        return {
            "hue": source.hue,
            "pictogram": source.pictogram,
            "moment_label": _moment_label(source, reading),
            "next_sessions": moments.cards(found),
            "groups": [
                Group(heading, page_cards(reading, [row for row in offers if row.group == code], found))
                for code, heading in _group_headings()
                if any(row.group == code for row in offers)
            ],
            "partners": page_cards(reading, partners, found),
            "tip_groups": tip_groups_of.given(reading, [source.pk]),
        }

    def words_people_use(self) -> str:
        """What the search page finds this theme by: a translation by the words of its language, the source by all."""
        sources = ThemePage.objects.filter(translation_key=self.translation_key, word_lists__isnull=False)
        rows = sources.values_list("pk", "word_lists__language", "word_lists__words")
        code = self.locale.language_code
        return "\n".join(words for pk, language, words in rows if self.pk == pk or language == code)


def _group_headings() -> list[tuple[str, str]]:
    return [
        ("help", _now("Help with a question")),
        ("learn", _now("Learn it yourself")),
        ("meet", _now("Meet people")),
    ]


def _moment_label(source: ThemePage, reading: Reading) -> str:
    """``dinsdag: middag``, empty when the theme has no part of the week of its own."""
    if source.weekday is None or not source.daypart:
        return ""
    day = reading.today + timedelta(days=(source.weekday - reading.today.weekday()) % 7)
    return pgettext("weekday and part of the day", "Every %(day)s: %(part)s") % {
        "day": dates.weekday_name(day, reading.code),
        "part": Daypart(source.daypart).label,
    }


class ThemeIndexPage(BasePage):
    """All themes as tiles."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["plein.ThemePage"]
    is_kept = True
    template = "plein/offer/themes/theme_index_page.html"

    class Meta:
        verbose_name = _("overview of themes")
        verbose_name_plural = _("overviews of themes")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        pages = ThemePage.objects.child_of(reading.source).live().order_by("path")
        return {"cards": page_cards(reading, pages)}
