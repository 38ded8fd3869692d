"""The internal side of a library: rows whose words begin with the library's own, so that a leak can be seen."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from home.tenant.users.models import User
from netwerk.floor.agreements.models import Agreement
from netwerk.floor.agreements.services import save_agreement
from netwerk.floor.news.pages import NewsPage
from netwerk.floor.news.services import publish_news
from netwerk.people.key_people.models import KeyPerson
from netwerk.people.key_people.services import add_contact, give_consent, link_to_event, save_key_person
from netwerk.reach.focus_groups.models import FocusGroup
from netwerk.reach.focus_groups.services import add_outcome, save_focus_group
from netwerk.reach.trajectories.models import Trajectory
from netwerk.reach.trajectories.services import add_result, add_step, save_trajectory
from tests.factories.world import World, make_user


@dataclass
class Inside:
    """What a library's staff see and nobody else."""

    world: World
    person: KeyPerson
    trajectory: Trajectory
    group: FocusGroup
    news: NewsPage
    agreement: Agreement

    @property
    def word(self) -> str:
        return self.world.library.slug.capitalize()

    def as_role(self, role: str) -> Client:
        """The browser of somebody with a role, at this library's address."""
        return signed_in(self.world, make_user(role, self.world.library))


def signed_in(world: World, user: User) -> Client:
    """Somebody's browser at a library's address."""
    client = world.client()
    client.force_login(user)
    return client


def blocks_of(response: Any) -> dict[str, dict[str, Any]]:
    """What the blocks of the intranet's first page show, by their template, in the order in which they stand."""
    shown = [*response.context["blocks"], *response.context["blocks_aside"]]
    return {block.template: block.context for block in shown}


def make_person(world: World, name: str, **facts: object) -> KeyPerson:
    """A key person without consent."""
    facts = {"community": f"{world.library.slug.capitalize()}gemeenschap", "languages": ["pl", "nl"]} | facts
    return save_key_person(library=world.library, uuid=uuid4(), name=name, **facts)


def make_stuck(world: World, title: str, **facts: object) -> Trajectory:
    """A trajectory that is stuck since September 2023."""
    facts = {
        "audience": "nieuwkomers",
        "status": "stuck",
        "stuck_since": date(2023, 9, 1),
        "stuck_between": "Bibliotheek; Leerhuis",
        "stuck_reason": f"{title} wacht.",
    } | facts
    return save_trajectory(library=world.library, uuid=uuid4(), title=title, **facts)


def make_agreement(world: World, title: str, content: bytes = b"%PDF-1.4 afspraak") -> Agreement:
    """An agreement with its file."""
    return save_agreement(
        library=world.library,
        uuid=uuid4(),
        title=title,
        summary=f"{title} in een zin.",
        file=ContentFile(content, "a.pdf"),
    )


def make_news(world: World, slug: str, title: str) -> NewsPage:
    """A piece of news of today."""
    body = [{"type": "paragraph", "value": f"<p>{title} in het lang.</p>"}]
    return publish_news(
        library=world.library,
        slug=slug,
        title=title,
        summary=f"{title} in een zin.",
        body=body,
        day=timezone.localdate(),
    )


def make_inside(world: World) -> Inside:
    """One row of each kind, the key person public on the event."""
    word = world.library.slug.capitalize()
    news = make_news(world, "nieuws", f"{word}nieuws")
    world.library.refresh_from_db()
    person = make_person(
        world,
        f"{word}naam Achter",
        phone=f"06-{word}",
        email=f"{word.lower()}@bewoner.example",
        agreed=f"{word}afspraak met haar",
        likes_to_do=f"{word}koken",
    )
    add_contact(key_person=person, what=f"{word}gesprek", on=timezone.localdate())
    give_consent(key_person=person, fields=["first_name", "languages"], public_name=f"{word}roepnaam")
    link_to_event(key_person=person, event=world.event)
    trajectory = make_stuck(world, f"{word}traject", key_people=[person])
    add_step(trajectory=trajectory, month=date(2023, 9, 1), action=f"{word}stap", outcome="")
    add_result(trajectory=trajectory, label=f"{word}bezoekers")
    group = save_focus_group(
        library=world.library,
        uuid=uuid4(),
        title=f"{word}groep",
        date=date(2023, 5, 3),
        topics="Wat mist u?",
        trajectory=trajectory,
        key_people=[person],
    )
    add_outcome(group=group, text=f"{word}wens", need=f"{word}nood")
    return Inside(world, person, trajectory, group, news, make_agreement(world, f"{word}document"))
