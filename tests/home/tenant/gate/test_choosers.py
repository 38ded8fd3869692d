"""The choosers of pages: they open at home, and offer own pages in the main language."""

import re

import pytest
from django.test import Client
from wagtail.models import Page

from home.tenant.libraries.choices import Role
from home.tenant.libraries.services import grant
from plein.offer.places.models import Room
from tests.factories.belongings import Belongings
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user, translate

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files of pictures open when it makes renditions of them.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture
def editor(ours: Belongings) -> Client:
    return signed_in(ours.world, ours.users[Role.COMMUNICATION])


@pytest.fixture
def network(ours: Belongings) -> Client:
    """The browser of who runs the network, at the address of our library."""
    return signed_in(ours.world, make_user(Role.NETWORK_ADMINISTRATOR, None))


def opened_at(client: Client, page_type: str = "", parent: Page | None = None) -> int:
    """The page under which a chooser opens."""
    path = f"/admin/choose-page/{parent.pk}/" if parent else "/admin/choose-page/"
    return client.get(path, {"page_type": page_type}).json()["parent_page_id"]


def offered(text: str) -> set[int]:
    """The pages that can be picked."""
    return {int(number) for number in re.findall(r'data-id=\\?"(\d+)', text)}


def led_to(text: str) -> set[int]:
    """The pages to whose children the chooser leads."""
    return {int(number) for number in re.findall(r"choose-page/(\d+)/", text)}


def translated_home(world: World) -> Page:
    return world.home.get_translations().get(locale__language_code="pl")


@pytest.mark.parametrize(
    ("page_type", "where"),
    [
        ("", "home"),
        ("wagtailcore.page", "home"),
        ("home.homepage", "home"),
        ("home.contentpage", "home"),
        ("plein.eventpage", "events"),
        ("plein.offerpage,plein.eventpage", "home"),
        ("plein.themepage", "themes"),
    ],
)
def test_chooser_opens_in_own_library(
    page_type: str, where: str, editor: Client, ours: Belongings, theirs: Belongings
) -> None:
    assert opened_at(editor, page_type) == getattr(ours.world, where).pk


def test_chooser_of_what_only_the_neighbour_has_opens_at_own_home(
    editor: Client, ours: Belongings, theirs: Belongings
) -> None:
    Page.objects.translation_of(ours.world.event, inclusive=True).delete()
    answer = editor.get("/admin/choose-page/", {"page_type": "plein.eventpage"})
    assert (answer.json()["parent_page_id"], theirs.word in answer.content.decode()) == (ours.world.home.pk, False)


def test_chooser_of_an_unknown_type_is_not_there(editor: Client) -> None:
    statuses = [editor.get("/admin/choose-page/", {"page_type": name}).status_code for name in ("x.y", "plein.room")]
    assert statuses == [404, 404]


def test_root_lists_own_home_in_the_main_language_only(editor: Client, ours: Belongings, theirs: Belongings) -> None:
    text = editor.get(f"/admin/choose-page/{Page.get_first_root_node().pk}/").content.decode()
    assert offered(text) == {ours.world.home.pk, ours.world.library.intranet_root_id}


def test_chooser_leads_to_no_translation(editor: Client, ours: Belongings, theirs: Belongings) -> None:
    text = editor.get(f"/admin/choose-page/{ours.world.home.pk}/").content.decode()
    translations = set(translated_home(ours.world).get_descendants(inclusive=True).values_list("pk", flat=True))
    assert (ours.world.events.pk in led_to(text), (offered(text) | led_to(text)) & translations) == (True, set())


def test_chooser_that_would_open_under_a_translation_opens_at_home(editor: Client, ours: Belongings) -> None:
    assert opened_at(editor, parent=translated_home(ours.world)) == ours.world.home.pk


def test_chooser_opens_where_the_chosen_page_is(editor: Client, ours: Belongings) -> None:
    assert opened_at(editor, "plein.themepage", ours.world.partners) == ours.world.partners.pk


@pytest.mark.parametrize("who", ["editor", "network"])
def test_search_in_a_chooser_finds_no_translation(
    who: str, ours: Belongings, theirs: Belongings, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    assert Page.objects.filter(title__startswith="Oever avond").count() == 2
    answer = client.get("/admin/choose-page/search/", {"q": "oever avond", "page_type": "plein.eventpage"})
    assert offered(answer.content.decode()) == {ours.world.event.pk}


def test_who_works_for_two_libraries_chooses_at_the_one_of_the_address(ours: Belongings, theirs: Belongings) -> None:
    user = ours.users[Role.COMMUNICATION]
    grant(user=user, role=Role.COMMUNICATION, library=theirs.world.library)
    opened = [opened_at(signed_in(one.world, user)) for one in (ours, theirs)]
    assert opened == [ours.world.home.pk, theirs.world.home.pk]


def test_editor_at_the_neighbours_address_chooses_at_her_own_library(ours: Belongings, theirs: Belongings) -> None:
    assert opened_at(signed_in(theirs.world, ours.users[Role.COMMUNICATION])) == ours.world.home.pk


def test_network_chooses_at_the_library_of_the_address(network: Client, ours: Belongings, theirs: Belongings) -> None:
    root = network.get(f"/admin/choose-page/{Page.get_first_root_node().pk}/").content.decode()
    assert (opened_at(network), {ours.world.home.pk, theirs.world.home.pk} <= offered(root)) == (
        ours.world.home.pk,
        True,
    )
    assert translated_home(ours.world).pk not in offered(root)


@pytest.mark.parametrize("who", ["editor", "network"])
def test_row_takes_no_translation_for_a_fact(who: str, ours: Belongings, request: pytest.FixtureRequest) -> None:
    client: Client = request.getfixturevalue(who)
    translated = translate(ours.world.plein, "pl")
    rooms = Room.objects.count()
    answer = client.post("/admin/snippets/plein/room/add/", {"plein": translated.pk, "name": "Kamer", "position": 0})
    assert (list(answer.context["form"].errors), Room.objects.count()) == (["plein"], rooms)
