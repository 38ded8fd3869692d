"""What trajectories bring to the first page of the intranet."""

from netwerk.door.intranet.first_page import Block, Today
from netwerk.reach.trajectories.choices import TRAJECTORY_ROLES
from netwerk.reach.trajectories.presenters import trajectory_lines
from netwerk.reach.trajectories.selectors import trajectories_of


def trajectory_blocks(today: Today) -> list[Block]:
    """Every trajectory, stuck ones on top, for who may read them."""
    if not today.visit.has_role(*TRAJECTORY_ROLES):
        return []
    lines = trajectory_lines(trajectories_of(today.visit.library), today.language)
    return [Block("netwerk/reach/trajectories/first_page.html", {"trajectories": lines}, order=300)] if lines else []
