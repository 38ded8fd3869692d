"""A personal link does nothing until somebody presses, ends with its act, and stands in no log."""

import logging
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from home.mail.choices import Reason
from home.mail.models import OutboxMessage
from home.mail.sending import send
from home.personal_links import views as door
from home.personal_links.logs import WithoutTokens
from home.personal_links.models import PersonalLink
from home.personal_links.services import forget_old_links
from home.tenant.libraries.choices import Role
from home.words.volunteers.services import create_job
from netwerk.floor.roster.choices import Answer, GapState, Wish
from netwerk.floor.roster.letters import answer_link
from netwerk.floor.roster.models import Gap, StandInRequest
from portal import house
from tests.factories.letters import letter_of
from tests.factories.world import World, make_user
from tests.netwerk.floor.roster.conftest import Crew

LINK = re.compile(r"http://oever\.test(/\w\w/(?:vertalen|antwoord)/\S+)")


def rows() -> str:
    """All rows of the portal, as text."""
    models = [model for app in apps.get_app_configs() if app.name in house.apps() for model in app.get_models()]
    return repr([list(model._base_manager.order_by("pk").values()) for model in models])


def links() -> list[str]:
    """A fresh link of each mail: it has one of its own each time that it is written."""
    return [path for mail in OutboxMessage.objects.order_by("pk") for path in LINK.findall(letter_of(mail).text)]


@pytest.fixture
def gap(world: World) -> Gap:
    """A colleague is asked to stand in, and a volunteer to translate: two mails with a link."""
    crew = Crew(world)
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    create_job(
        library=world.library,
        uuid="6c8b7f2e-3b8f-4ad4-9a0a-5b1a4f1f8a11",
        pages=[world.event],
        language="pl",
        name="Ola",
        email="ola@x.example",
        asked_by=make_user(Role.COMMUNICATION, world.library),
        origin=f"http://{world.host}",
        days=14,
    )
    return gap


def test_a_scanner_that_follows_every_link_changes_no_row(world: World, gap: Gap, visitor: Client) -> None:
    paths = links()
    before = rows()
    for path in paths:
        assert [visitor.get(path).status_code, visitor.head(path).status_code] == [200, 200]
    assert (len(paths), rows() == before) == (2, True)


def test_answer_by_link_asks_for_no_account_and_works_once(world: World, gap: Gap, visitor: Client) -> None:
    path = links()[0]
    page = visitor.get(path)
    assert [page.headers[name] for name in ("Referrer-Policy", "Cache-Control")] == ["no-referrer", "no-store"]
    assert "Halina" in page.content.decode()
    assert visitor.post(path, {"answer": "misschien"}).status_code == 200
    assert StandInRequest.objects.get().answer == Answer.WAITING
    assert visitor.post(path, {"answer": "yes"}).status_code == 200
    gap.refresh_from_db()
    assert (gap.state, gap.stand_in.public_name) == (GapState.TAKEN_OVER, "Piet")
    assert [visitor.post(path, {"answer": "no"}).status_code, visitor.get(path).status_code] == [410, 410]
    gap.refresh_from_db()
    assert gap.state == GapState.TAKEN_OVER


def test_every_link_of_an_act_works_until_it_is_done(world: World, gap: Gap, visitor: Client) -> None:
    first = links()[0]
    second = answer_link(gap.requests.get(), "nl").removeprefix("http://oever.test")
    assert [visitor.get(path).status_code for path in (first, second)] == [200, 200]
    visitor.post(second, {"answer": "no"})
    assert [visitor.get(path).status_code for path in (first, second)] == [410, 410]


def test_link_of_the_neighbour_and_of_another_act_open_nothing(
    world: World, neighbour: World, gap: Gap, visitor: Client
) -> None:
    path = links()[0]
    other = neighbour.client().get(path)
    swapped = visitor.get(path.replace("invallen", "ruilen"))
    assert [other.status_code, swapped.status_code] == [404, 404]
    assert "Halina" not in other.content.decode() + swapped.content.decode()


def test_old_link_says_so_and_offers_a_way_on(world: World, gap: Gap, visitor: Client) -> None:
    path = links()[0]
    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    answer = visitor.get(path)
    text = answer.content.decode()
    assert (answer.status_code, "Halina" in text, 'href="/nl/"' in text) == (410, False, True)
    assert forget_old_links() == 0
    assert forget_old_links(now=timezone.now() + timedelta(days=366)) == 3


def test_token_stands_in_no_row_and_no_log(
    world: World, gap: Gap, visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    path = links()[0]
    token = path.split("/")[-2]
    assert token not in repr(list(PersonalLink.objects.values()))
    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    visitor.get(path)
    visitor.get(f"/nl/antwoord/invallen/{token[::-1]}/")
    assert token not in caplog.text
    assert token[::-1] not in caplog.text
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error: /nl/x/%s/", (token,), None)
    assert WithoutTokens().filter(record)
    assert record.getMessage() == "Error: /nl/x/…/"


def test_who_posts_too_often_has_to_wait_on_every_page_of_links(
    world: World, gap: Gap, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "POSTS", replace(door.POSTS, free=1))
    path, again = links()[0], links()[0]
    answers = [visitor.post(one, {"answer": "misschien"}) for one in (path, again)]
    assert [one.status_code for one in answers] == [200, 429]
    assert (answers[1]["Retry-After"], 'value="misschien"' in answers[1].content.decode()) == ("60", True)


def test_question_of_a_day_that_is_over_is_not_mailed_any_more(gap: Gap) -> None:
    mail = OutboxMessage.objects.order_by("pk").first()
    Gap.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert (send(message_id=mail.pk), OutboxMessage.objects.get(pk=mail.pk).reason) == (False, Reason.NOT_NEEDED)
