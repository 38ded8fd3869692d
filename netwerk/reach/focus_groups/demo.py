"""The focus groups of the demo libraries, from the table beside this file."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from home.tenant.libraries.models import Library
from netwerk.people.key_people.demo import uuid_of as key_person_uuid
from netwerk.people.key_people.models import KeyPerson
from netwerk.reach.focus_groups import services
from netwerk.reach.focus_groups.choices import SafeStart
from netwerk.reach.trajectories.demo import trajectory_of_group

# Words in the table that say which line of the checklist was done.
SIGNS = {
    SafeStart.MEET: ("kennismaken", "rondje", "eten", "foto van thuis", "naambordjes"),
    SafeStart.RULES: ("spelregels",),
    SafeStart.ADD_RULE: ("toevoegen",),
    SafeStart.UNSAFE: ("prettig", "nee mag"),
    SafeStart.PURPOSE: ("waarom we praten", "doel"),
    SafeStart.USE: ("met de antwoorden", "namen in het verslag"),
    SafeStart.AFTER: ("later bereikt", "na afloop"),
    SafeStart.RECORDING: ("opname", "foto mag"),
}


def uuid_of(library: str, slug: str) -> UUID:
    """The same row for the same slug, whenever the demo is loaded."""
    return uuid5(NAMESPACE_URL, f"focus-group/{library}/{slug}")


def build(*, libraries: dict[str, Library]) -> None:
    """Make the focus groups with their outcomes, under their trajectories; repeatable."""
    rows = tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))["focus_group"]
    for row in rows:
        if row["library"] in libraries:
            _build_one(libraries[row["library"]], row)


def _build_one(library: Library, row: dict[str, Any]) -> None:
    people = [key_person_uuid(library.slug, slug) for slug in row["key_people"]]
    started = " ".join(row["safe_start"]).lower()
    trajectory = trajectory_of_group(library, row["slug"])
    day = (
        date.fromisoformat(f"{row['month']}-01")
        if "month" in row
        else timezone.localdate() - timedelta(days=row["days_ago"])
    )
    group = services.save_focus_group(
        library=library,
        uuid=uuid_of(library.slug, row["slug"]),
        key_people=KeyPerson.objects.filter(library=library, uuid__in=people),
        title=row["title"],
        date=day,
        is_month_only="month" in row,
        topics="\n".join(row["topics"]),
        safe_start=[str(code) for code, signs in SIGNS.items() if any(sign in started for sign in signs)],
        safe_start_note="\n".join(row["safe_start"]),
        invitation=row["invitation"],
        trajectory=trajectory,
        event=trajectory.event if trajectory else None,
    )
    if group.outcomes.exists():
        return
    for outcome in row["outcomes"]:
        services.add_outcome(group=group, text=outcome["text"], need=outcome["need"])
