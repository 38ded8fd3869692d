"""The question that is asked once more before a hard text goes out."""

from dataclasses import dataclass, field

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.words.plain_language.selectors import Assessment, reasons_against

# What the editor sends back when she has seen the question.
SEEN = "plain_language"


@dataclass(frozen=True, slots=True)
class Question:
    """Whether a hard text goes out all the same.

    Args:
        page: the page, as it is now.
        found: what was found in its text.
        address: where the answer yes is posted.
        fields: what is posted with it.
        is_approval: whether the text goes out because it is approved, at the end of a workflow.

    """

    page: Page
    found: Assessment
    address: str
    fields: dict[str, str] = field(default_factory=dict)
    is_approval: bool = False

    def ask(self, request: HttpRequest) -> HttpResponse:
        """Show the question, with the reasons and the sentences to begin with."""
        when = self.page.go_live_at
        is_planned = when is not None and when > timezone.now()
        if self.is_approval:
            title, yes = _("Approve this page?"), _("Approve anyway")
        elif is_planned:
            title, yes = _("Plan this page?"), _("Plan anyway")
        else:
            title, yes = _("Publish this page?"), _("Publish anyway")
        context = {
            "page": self.page,
            "found": self.found,
            "reasons": reasons_against(self.found),
            "address": self.address,
            "fields": self.fields | {SEEN: "on"},
            "yes": yes,
            "when": when if is_planned else None,
            "page_title": title,
            "page_subtitle": self.page.title,
            "header_icon": "openquote",
        }
        return render(request, "home/words/plain_language/confirm.html", context)


def asking(form_class: type[forms.Form], found: Assessment) -> type[forms.Form]:
    """The form of a task of a workflow, with a tick that the text may go out although it is hard."""
    label = format_lazy(
        _("This text may be too hard for residents ({level}, an estimate). Approve it anyway."), level=found.level.label
    )

    class AskingForm(form_class):  # type: ignore[misc, valid-type]
        plain_language = forms.BooleanField(label=label)

        def clean(self) -> dict[str, str]:
            cleaned = super().clean() or self.cleaned_data
            # The task takes its own fields only.
            return {name: value for name, value in cleaned.items() if name != SEEN}

    return AskingForm
