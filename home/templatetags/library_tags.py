"""The library of the address, for templates whose view does not know it, such as the sign-in pages."""

from typing import Any

from django import template

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request

register = template.Library()


@register.simple_tag(takes_context=True)
def current_library(context: dict[str, Any]) -> Library | None:
    """The library whose address this is."""
    request = context.get("request")
    return library_for_request(request) if request is not None else None
