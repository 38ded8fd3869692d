"""What agreements bring to the first page of the intranet."""

from netwerk.door.intranet.first_page import Block, Side, Today
from netwerk.floor.agreements.selectors import agreements_of

MOST_ON_START = 4


def agreement_blocks(today: Today) -> list[Block]:
    """The first few of the list."""
    rows = list(agreements_of(today.visit.library)[:MOST_ON_START])
    return [Block("netwerk/floor/agreements/first_page.html", {"agreements": rows}, order=500, side=Side.ASIDE)]
