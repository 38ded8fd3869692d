"""A new library has a talking picture from its first day."""

from typing import Any

from home.tenant.libraries.models import Library
from plein.out.picture.services import make_defaults


def on_library_created(sender: Any, library: Library, **_kwargs: Any) -> None:
    """Give it the choices that most libraries have; an editor changes them."""
    make_defaults(library=library)
