"""The roster of the demo libraries, from the table beside this file: a rotation, a stand-in and an open question."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from home.consent.said import Said
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from netwerk.floor.roster import selectors, services
from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.models import Absence
from netwerk.people.workers.choices import ConsentField
from netwerk.people.workers.models import Worker
from netwerk.people.workers.services import save_worker
from plein.offer.partners.pages import PartnerPage
from plein.programme.timetable.models import Series


def uuid_of(library: str, slug: str) -> UUID:
    """The same row for the same slug, whenever the demo is loaded."""
    return uuid5(NAMESPACE_URL, f"worker/{library}/{slug}")


def build(*, libraries: dict[str, Library]) -> None:
    """Make workers, turns and a few absences; repeatable.

    Accounts are tied to workers at the end, so that the questions of the demo are mailed to nobody.
    """
    table = tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))
    rows = [row for row in table["worker"] if row["library"] in libraries]
    for row in rows:
        _worker(libraries[row["library"]], row)
    for row in table["absence"]:
        if row["library"] in libraries:
            _absence(libraries[row["library"]], row)
    for row in rows:
        user = User.objects.filter(email__iexact=row.get("email", "")).first()
        worker = Worker.objects.get(uuid=uuid_of(row["library"], row["slug"]))
        if user is not None and worker.user is None:
            save_worker(library=worker.library, uuid=worker.uuid, name=worker.name, user=user)


def _said(public_name: str) -> Said:
    nine_weeks_ago = timezone.localdate() - timedelta(weeks=9)
    return Said(covers=[ConsentField.FIRST_NAME], public_name=public_name, on=nine_weeks_ago)


def _worker(library: Library, row: dict[str, Any]) -> None:
    root = library.site.root_page
    partner = PartnerPage.objects.filter(path__startswith=root.path, slug=row.get("partner", "")).first()
    uuid = uuid_of(library.slug, row["slug"])
    worker = Worker.objects.filter(uuid=uuid).first() or save_worker(
        library=library,
        uuid=uuid,
        name=row["name"],
        partner=partner,
        said=_said(row["public_name"]) if row["public_name"] else None,
    )
    for turn in row["turns"]:
        found = Series.objects.filter(offer__path__startswith=root.path, offer__slug=turn["offer"])
        series = found.filter(starts_on__iso_week_day=turn["weekday"] + 1).first()
        if series is not None:
            first_day = series.starts_on + timedelta(weeks=turn.get("offset", 0))
            services.save_turn(worker=worker, series=series, first_day=first_day, interval=turn.get("interval", 1))


def _absence(library: Library, row: dict[str, Any]) -> None:
    worker, asked = (Worker.objects.get(uuid=uuid_of(library.slug, row[name])) for name in ("worker", "asked"))
    duties = selectors.duties_of(worker, timezone.localdate() + timedelta(days=1))
    if not duties or Absence.objects.filter(worker=worker).exists():
        return
    series = Series.objects.get(uuid=duties[0].row.uid)
    absence = services.report_absence(
        worker=worker, duties=[(series, duties[0].day)], reason=row["reason"], wish=Wish.ASK, asked=[asked]
    )
    if row["accepted"]:
        services.accept(request=absence.gaps.get().requests.get())
