"""What who is who brings to the first page of the intranet."""

from netwerk.door.intranet.first_page import Block, Side, Today
from netwerk.people.colleagues.selectors import colleagues_of


def present_blocks(today: Today) -> list[Block]:
    """Who is in today, and how many there are in all."""
    colleagues = colleagues_of(today.visit.library, today=today.day, reader_id=today.visit.user.pk)
    context = {"present": [person for person in colleagues if person.is_in_today], "count": len(colleagues)}
    return [Block("netwerk/people/colleagues/first_page.html", context, order=200, side=Side.ASIDE)]
