"""What key people bring to the first page of the intranet: figures, no names."""

from django.urls import reverse

from home.tenant.libraries.choices import OUTREACH_ROLES
from netwerk.door.intranet.first_page import Block, Side, Today
from netwerk.people.key_people.selectors import counts


def count_blocks(today: Today) -> list[Block]:
    """How many there are, for who works with them."""
    if not today.visit.has_role(*OUTREACH_ROLES):
        return []
    context = {"people": counts(today.visit.library), "url": reverse("wagtailsnippets_netwerk_people_keyperson:list")}
    return [Block("netwerk/people/key_people/first_page.html", context, order=400, side=Side.ASIDE)]
