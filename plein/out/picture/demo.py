"""The demo's choices: those that every library starts with, linked to the demo's themes and offers."""

from home.tenant.libraries.models import Library
from plein.out.picture.services import make_defaults


def build(library: Library) -> None:
    """Link the choices to what is there now."""
    make_defaults(library=library)
