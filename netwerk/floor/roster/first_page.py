"""What the roster brings to the first page of the intranet."""

from netwerk.door.intranet.first_page import Block, Side, Today
from netwerk.floor.roster.presenters import shift_lines
from netwerk.floor.roster.rights import rights_of
from netwerk.floor.roster.selectors import is_on, requests_to, shifts_of_rows, swaps_with

MOST_ON_START = 4


def roster_blocks(today: Today) -> list[Block]:
    """The own sessions of the coming week and what one is asked; and who is here today."""
    rights = rights_of(today.visit)
    shifts = shifts_of_rows(today.visit.library, today.rows)
    of_today = [shift for shift in shifts if shift.row.day == today.day]
    blocks = [
        Block(
            "netwerk/floor/roster/today.html",
            {
                "lines": shift_lines(rights, today.reading, of_today, words=today.words),
                "short": sum(shift.is_short for shift in shifts if shift.row.end > today.now),
                "sees_week": not rights.sees_only_today,
            },
            order=100,
            side=Side.ASIDE,
        )
    ]
    if rights.me is not None:
        mine = [one for one in shifts if is_on(one, rights.me) and one.row.end > today.now]
        context = {
            "lines": shift_lines(rights, today.reading, mine[:MOST_ON_START], words=today.words),
            "questions": len(requests_to(rights.me))
            + sum(one.taker_id == rights.me.pk for one in swaps_with(rights.me)),
        }
        blocks.append(Block("netwerk/floor/roster/mine_today.html", context, order=100))
    return blocks
