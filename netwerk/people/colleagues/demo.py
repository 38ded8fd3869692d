"""Who works at the demo libraries: accounts, roles and cards, from the table beside this file."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from home.tenant.libraries.models import Library
from home.tenant.libraries.services import grant
from home.tenant.users.services import create_user
from netwerk.people.colleagues import services
from plein.offer.partners.pages import PartnerPage


def build(*, libraries: dict[str, Library], passwords: Callable[[str], str]) -> None:
    """Make the accounts and their cards; repeatable.

    Args:
        libraries: by slug.
        passwords: gives the password of a new account for an e-mail address; an empty one leaves it as it is.

    """
    rows = tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))["person"]
    for row in rows:
        if row["library"] in libraries:
            _person(libraries[row["library"]], row, passwords)


def _person(library: Library, row: dict[str, Any], passwords: Callable[[str], str]) -> None:
    first_name, _space, last_name = row["name"].partition(" ")
    user = create_user(
        email=row["email"],
        first_name=first_name,
        last_name=last_name,
        password=passwords(row["email"]) or None,
        job_title=row["function"],
    )
    grant(user=user, role=row["role"], library=library)
    partners = PartnerPage.objects.filter(path__startswith=library.site.root_page.path)
    services.save_card(
        library=library,
        user=user,
        extension=row["extension"],
        languages=row["languages"],
        present=[str(day) for day in row["present"]],
        ask_me_about=row["ask_me_about"],
        partner=partners.filter(slug=row["partner"]).first() if "partner" in row else None,
    )
