"""Tags that templates need: pictograms, addresses and components with flat arguments."""

from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from home.tenant.languages import selectors as languages

register = template.Library()

PICTOGRAMS = Path(__file__).resolve().parent.parent / "static" / "home" / "pictograms"


@lru_cache(maxsize=200)
def _pictogram(code: str) -> str:
    """The drawing as text; a code without a drawing shows nothing, its word stands beside it anyway."""
    file = PICTOGRAMS / f"{code}.svg"
    if not code.replace("-", "").isalnum() or not file.is_file():
        return ""
    svg = file.read_text(encoding="utf-8").strip()
    return svg.replace("<svg ", '<svg class="pictogram" aria-hidden="true" focusable="false" ', 1)


@register.simple_tag
def pictogram(code: str) -> SafeString:
    """Draw a pictogram in the text colour; it always stands beside its word."""
    return mark_safe(_pictogram(str(code or "")))  # noqa: S308 - our own files


@register.simple_tag
def scene(code: str, *, lazy: bool = True) -> SafeString | str:
    """A self-drawn flat picture for decoration; one on the first screen, or to be printed, is not lazy."""
    if not code:
        return ""
    return format_html(
        '<img class="scene" src="{}" width="640" height="320" alt="" loading="{}">',
        static(f"home/scenes/{code}.svg"),
        "lazy" if lazy else "eager",
    )


@register.simple_tag
def mark(code: str, name: str = "") -> SafeString | str:
    """The mark of a partner; its name is the alternative when the name does not stand beside it."""
    if not code:
        return ""
    return format_html(
        '<img class="mark" src="{}" width="64" height="64" alt="{}" loading="lazy">',
        static(f"home/marks/{code}.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], page: Page) -> str:
    """Address of a source page in the reader's language."""
    return languages.address(page, context["language"].code)


@register.simple_tag(takes_context=True)
def words_attrs(context: dict[str, Any]) -> SafeString | str:
    """``lang`` and ``dir`` for an element with the page's words, when those are not in the page's language."""
    if not context.get("is_fallback"):
        return ""
    language = context["words_language"]
    return format_html(' lang="{}" dir="{}"', language.tag, language.direction)


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The fields and properties of a kind of card."""
    own = (key for one in kind.__mro__ for key, value in vars(one).items() if isinstance(value, property))
    return (*(row.name for row in fields(kind)), *own)


@register.simple_tag(takes_context=True)
def component(context: dict[str, Any], name: str, card: Any = None, **kwargs: Any) -> SafeString:
    """Render ``components/<name>.html`` with the fields of a card as flat names."""
    flat: dict[str, Any] = {}
    if is_dataclass(card):
        flat = {name: getattr(card, name) for name in names_of(type(card))}
    elif isinstance(card, dict):
        flat = dict(card)
    return mark_safe(  # noqa: S308 - the output of a template
        render_to_string(f"components/{name}.html", {"language": context.get("language"), **flat, **kwargs})
    )
