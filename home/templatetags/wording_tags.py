"""Difficult words, marked in a page that is ready."""

from typing import Any

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from home.site.wording.marking import Finder, mark_words, spellings_of
from home.site.wording.selectors import Explanation

register = template.Library()


class ExplainWords(Node):
    """What stands in it, with the first of each difficult word leading to what it means, and those at the foot."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        html = self.nodelist.render(context)
        known: list[Explanation] = context.get("explanations") or []
        if not known:
            return html
        by_number = {row.pk: row for row in known}
        spellings = spellings_of((row.pk, row.spellings) for row in known)
        language, words_language = context["language"], context["words_language"]
        found: list[dict[str, Any]] = []

        def mark(number: int, text: str) -> str:
            row = by_number[number]
            key = slugify(row.word, allow_unicode=True)
            taken = {one["key"] for one in found}
            found.append({"key": f"{key}-{number}" if not key or key in taken else key, "row": row})
            return format_html(
                '<a class="hard-word" href="#woord-{0}" id="bij-{0}" role="doc-glossref">{1}</a>',
                found[-1]["key"],
                mark_safe(text),  # noqa: S308 - a piece of the page itself, which is escaped already
            )

        finder = Finder(spellings, words_language.code)
        marked = mark_words(html, finder, page_lang=language.tag, words_lang=words_language.tag, mark=mark)
        if not found:
            return html
        flat = {"words": found, "language": language, "words_language": words_language}
        return mark_safe(marked + render_to_string("components/explained_words.html", flat))  # noqa: S308 - the page


@register.tag
def explainwords(parser: Parser, token: Token) -> ExplainWords:
    """``{% explainwords %}…{% endexplainwords %}`` around the text of a page."""
    nodelist = parser.parse(("endexplainwords",))
    parser.delete_first_token()
    return ExplainWords(nodelist)
