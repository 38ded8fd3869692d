"""The trajectories of the demo libraries, from the table beside this file."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from netwerk.people.key_people.demo import uuid_of as key_person_uuid
from netwerk.people.key_people.models import KeyPerson
from netwerk.reach.trajectories import services
from netwerk.reach.trajectories.models import Trajectory
from plein.programme.events.pages import EventPage


def uuid_of(library: str, slug: str) -> UUID:
    """The same row for the same slug, whenever the demo is loaded."""
    return uuid5(NAMESPACE_URL, f"trajectory/{library}/{slug}")


def rows() -> list[dict[str, Any]]:
    """The table."""
    return tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))["trajectory"]


def trajectory_of_group(library: Library, slug: str) -> Trajectory | None:
    """The trajectory that a focus group of the demo belongs to."""
    for row in rows():
        if row["library"] == library.slug and slug in row["focus_groups"]:
            return Trajectory.objects.filter(uuid=uuid_of(library.slug, row["slug"])).first()
    return None


def build(*, libraries: dict[str, Library]) -> None:
    """Make the trajectories with steps and results; repeatable."""
    for row in rows():
        if row["library"] in libraries:
            _build_one(libraries[row["library"]], row)


def _build_one(library: Library, row: dict[str, Any]) -> None:
    owner = User.objects.filter(memberships__library=library, memberships__role=Role.COMMUNITY_LIBRARIAN).first()
    people = [key_person_uuid(library.slug, slug) for slug in row["key_people"]]
    home = library.site.root_page.path
    trajectory = services.save_trajectory(
        library=library,
        uuid=uuid_of(library.slug, row["slug"]),
        key_people=KeyPerson.objects.filter(library=library, uuid__in=people),
        title=row["title"],
        summary=row["summary"],
        audience=row["audience"],
        why="\n".join(row["why"]),
        owner=owner,
        owner_note=row["owner_role"],
        deputy_note=row["deputy"],
        status=row["status"],
        stuck_between="; ".join(row["stuck_between"]),
        stuck_reason=row["stuck_reason"],
        stuck_since=_month(row["stuck_since"]) if row["stuck_since"] else None,
        event=EventPage.objects.filter(path__startswith=home, slug=row["slug"]).first(),
        channels="\n".join(row["channels"]),
        lessons="\n".join(row["lessons"]),
    )
    if trajectory.steps.exists():
        return
    for step in row["steps"]:
        until = _month(step["until"]) if "until" in step else None
        services.add_step(
            trajectory=trajectory,
            month=_month(step["month"]),
            until=until,
            action=step["action"],
            outcome=step["outcome"],
        )
    for result in row["results"]:
        services.add_result(
            trajectory=trajectory, label=result["label"], value=result.get("value"), note=result["note"]
        )


def _month(text: str) -> date:
    """``2023-09`` as its first day."""
    return date.fromisoformat(f"{text}-01")
