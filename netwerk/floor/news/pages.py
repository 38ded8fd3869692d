"""A piece of news, as a page of the intranet."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.site.blocks.blocks import BodyBlock
from home.site.blocks.stream_field import PortalStreamField
from netwerk.door.intranet.pages import InternalPage
from netwerk.floor.news.models import NewsQuerySet


class NewsPage(InternalPage):
    """A piece of news for colleagues and partners."""

    date = models.DateField(_("day"), default=timezone.localdate)
    body = PortalStreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel(
            "search_description",
            heading=_("In one sentence"),
            help_text=_("What colleagues need to know when they read no further."),
        ),
        FieldPanel("date"),
        FieldPanel("body"),
    ]
    promote_panels = [MultiFieldPanel([FieldPanel("slug")], _("Address"))]
    settings_panels = [PublishingPanel()]

    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("search_description"),
        TranslatableField("body"),
        SynchronizedField("slug", overridable=False),
    ]

    parent_page_types = ["netwerk_door.IntranetRootPage"]
    subpage_types: list[str] = []
    template = "netwerk/floor/news/news_page.html"

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    @property
    def own_path(self) -> str:
        return f"nieuws/{self.slug}/"
