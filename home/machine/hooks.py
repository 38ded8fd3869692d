"""The computer in the admin: its addresses, before those of the translation package, and its menu."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.machine.urls import before_the_package
from home.machine.viewsets import MachineViewSetGroup

# The package's own hooks have order 0; ours come first.
FIRST = -10

register_snippet(MachineViewSetGroup)


@hooks.register("register_admin_urls", order=FIRST)
def admin_addresses() -> list[URLResolver]:
    return [
        path("machine/", include("home.machine.urls")),
        path("localize/", include(before_the_package)),
    ]
