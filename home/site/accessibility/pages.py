"""The page with the statement."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from home.site.accessibility.blocks import LimitsBlock
from home.site.accessibility.choices import Cause, Status
from home.site.blocks.stream_field import PortalStreamField
from home.site.pages.fields import words
from home.site.pages.pages import SHORT_TEXT_FEATURES, BasePage
from home.site.pages.presenters import Fact, FactValue
from home.site.pages.reading import Reading
from home.tenant.languages.dates import long_date

# The law asks for a look every year.
REVIEW_WITHIN = timedelta(days=365)
STANDARD = "WCAG 2.2 AA · EN 301 549"


class StatementQuerySet(PageQuerySet):
    """Statements."""

    def overdue(self, today: date) -> "StatementQuerySet":
        """Live statements that nobody reviewed for more than a year."""
        return self.live().filter(reviewed_on__lt=today - REVIEW_WITHIN)


class AccessibilityPage(BasePage):
    """How far the site works for everybody, after the model statement of the Dutch government.

    Status and dates are facts of the source; what does not work is told in words, with its cause and date from there.
    """

    status = models.CharField(
        _("status"),
        max_length=1,
        choices=Status,
        default=Status.C,
        help_text=_("A and B need an examination of the whole site by WCAG-EM, at most three years old."),
    )
    answer_days = models.PositiveSmallIntegerField(_("answer within (working days)"), default=5)
    examined_on = models.DateField(_("examined on"), null=True, blank=True)
    report_url = models.URLField(_("address of the report"), blank=True)
    drawn_up_on = models.DateField(_("drawn up on"), default=timezone.localdate)
    reviewed_on = models.DateField(_("last reviewed on"), default=timezone.localdate)
    limits = PortalStreamField(LimitsBlock(required=False), blank=True, verbose_name=_("what does not work yet"))
    complaint = RichTextField(_("how to complain"), features=SHORT_TEXT_FEATURES, blank=True)

    objects = PageManager.from_queryset(StatementQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("drawn_up_on"), FieldPanel("reviewed_on")]),
                FieldRowPanel([FieldPanel("examined_on"), FieldPanel("report_url")]),
                FieldPanel("answer_days"),
            ],
            _("Facts, the same in every language"),
        ),
        FieldPanel("limits"),
        FieldPanel("complaint"),
        *BasePage.body_panels,
    ]
    translatable_fields = words("limits", "complaint")

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    is_kept = True
    template = "home/site/accessibility/accessibility_page.html"

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def clean(self) -> None:
        """Refuse a status that needs an examination without the day of it, and dates in the wrong order."""
        super().clean()
        if self.status in {Status.A, Status.B} and not self.examined_on:
            raise ValidationError({"examined_on": _("Status A and B need the day of the examination.")})
        if self.reviewed_on and self.drawn_up_on and self.reviewed_on < self.drawn_up_on:
            raise ValidationError({"reviewed_on": _("A review cannot come before the statement.")})

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        source: AccessibilityPage = reading.source
        return {
            "status": Status(source.status),
            "facts": _facts(source, reading),
            "limits": _limits(self, source, reading),
            "answer_days": source.answer_days,
        }


def _facts(source: AccessibilityPage, reading: Reading) -> list[Fact]:
    """Status, standard, scope and dates."""
    status = Status(source.status)
    host = reading.library.site.hostname
    days = [
        (_now("Examined on"), source.examined_on),
        (_now("Drawn up on"), source.drawn_up_on),
        (_now("Last reviewed on"), source.reviewed_on),
    ]
    report = [FactValue(_now("Read the report"), url=source.report_url)] if source.report_url else []
    return [
        Fact("check", _now("Status"), [FactValue(f"{status.value}: {status.label}")]),
        Fact("book", _now("Standard"), [FactValue(STANDARD, dir="ltr", lang="en")]),
        Fact("computer", _now("Website"), [FactValue(host, dir="ltr", lang=reading.library.main_language)]),
        *(Fact("calendar", label, [FactValue(long_date(day, reading.code))]) for label, day in days if day),
        *([Fact("letter", _now("Examination"), report)] if report else []),
    ]


def _limits(page: AccessibilityPage, source: AccessibilityPage, reading: Reading) -> list[dict[str, Any]]:
    """What does not work: words of the page, cause and date of the source, whose blocks have the same ids."""
    facts = {block.id: block.value for block in source.limits}
    rows = []
    for block in page.limits:
        fact = facts.get(block.id, block.value)
        rows.append(
            {
                "what": block.value["what"],
                "impact": block.value["impact"],
                "measure": block.value["measure"],
                "cause": Cause(fact["cause"]).label,
                "planned_on": long_date(fact["planned_on"], reading.code) if fact["planned_on"] else "",
            }
        )
    return rows
