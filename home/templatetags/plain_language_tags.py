"""The help with plain Dutch in the editor of translations, which makes its own list of panels."""

from django import template

from home.words.plain_language.admin import TranslationPanel
from home.words.plain_language.selectors import is_judged

register = template.Library()


@register.simple_tag(takes_context=True)
def add_plain_language_panel(context: template.Context) -> str:
    """``{% add_plain_language_panel %}`` puts the panel beside a translation into easy Dutch, and nothing elsewhere."""
    if context["is_page"] and is_judged(context["instance"]):
        panel = TranslationPanel(context["instance"], context["request"], translation=context["translation"])
        context["side_panels"].append(panel)
    return ""
