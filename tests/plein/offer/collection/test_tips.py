"""Books, games and practice sites at the level of the reader."""

import pytest
from django.core.exceptions import ValidationError

from home.tenant.libraries.choices import Role
from plein.offer.collection.models import Tip
from plein.offer.collection.services import save_tip
from tests.factories.inside import signed_in
from tests.factories.world import make_user, translate

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/plein/tip/"


def tips(client, code: str = "nl") -> list[tuple[str, list[str]]]:
    groups = client.get(f"/{code}/themas/werk/").context["tip_groups"]
    return [(group.kind, [tip.title for tip in group.tips]) for group in groups]


def test_tips_stand_by_kind_in_a_fixed_order(world):
    for kind in ("site", "game", "book", "easy"):
        save_tip(theme=world.theme, title=kind, language="nl", kind=kind, shelf="Kast", url="https://oefenen.example/")
    assert tips(world.client()) == [(kind, [kind]) for kind in ("easy", "book", "game", "site")]


def test_the_readers_language_goes_first_then_dutch_then_what_is_easiest(world):
    for title, language, level in (
        ("Kitap", "tr", "starter"),
        ("Verder", "nl", "further"),
        ("Begin", "nl", "starter"),
        ("Książka", "pl", "advanced"),
    ):
        save_tip(theme=world.theme, title=title, language=language, level=level, shelf="Kast")
    assert tips(world.client(), "nl") == [("book", ["Begin", "Verder", "Kitap", "Książka"])]
    assert tips(world.client(), "pl") == [("book", ["Książka", "Begin", "Verder", "Kitap"])]


def test_a_title_keeps_its_own_language_and_says_its_level(world):
    save_tip(theme=world.theme, title="كتاب", language="ar", level="further", shelf="Plank 3")
    group = world.client().get("/pl/themas/werk/").context["tip_groups"][0]
    tip = group.tips[0]
    assert (tip.lang, tip.dir, tip.language_name, tip.level, tip.shelf, tip.shelf_lang) == (
        "ar",
        "rtl",
        "العربية",
        "further",
        "Plank 3",
        "nl",
    )
    assert '<p class="tip__title" lang="ar" dir="rtl">' in world.client().get("/pl/themas/werk/").content.decode()


def test_a_translated_theme_shows_the_same_tips(world):
    save_tip(theme=world.theme, title="Mijn cv", language="nl", shelf="Kast")
    for page in (world.home, world.themes, world.theme):
        translate(page, "pl")
    assert tips(world.client(), "pl") == tips(world.client(), "nl") == [("book", ["Mijn cv"])]


def test_the_neighbours_tip_is_not_on_our_page(world, neighbour):
    save_tip(theme=neighbour.theme, title="Vestboek", language="nl", shelf="Vestkast")
    assert (tips(world.client()), tips(neighbour.client())) == ([], [("book", ["Vestboek"])])
    assert "Vest" not in world.client().get("/nl/themas/werk/").content.decode()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind": "site", "shelf": "Kast"}, "url"),
        ({"kind": "book"}, "shelf"),
        ({"kind": "site", "url": "javascript:alert(1)"}, "url"),
        ({"kind": "site", "url": "ftp://oefenen.example/"}, "url"),
        ({"kind": "site", "url": "oefenen"}, "url"),
        ({"kind": "film", "shelf": "Kast"}, "kind"),
        ({"language": "xx", "shelf": "Kast"}, "language"),
    ],
    ids=["site-without-address", "nowhere", "javascript", "ftp", "no-address", "kind", "language"],
)
def test_a_tip_that_cannot_be_found_is_refused_at_its_field(world, facts, field):
    facts = {"language": "nl", "kind": "book"} | facts
    with pytest.raises(ValidationError) as refused:
        save_tip(theme=world.theme, title="Tip", **facts)
    assert (set(refused.value.message_dict), Tip.objects.count()) == ({field}, 0)


def test_saving_the_same_tip_twice_makes_one(world):
    for shelf in ("Kast 1", "Kast 2"):
        save_tip(theme=world.theme, title="Mijn cv", language="nl", shelf=shelf)
    assert [tip.shelf for tip in Tip.objects.all()] == ["Kast 2"]


def test_an_editor_makes_a_tip_for_her_own_library_only(world, neighbour):
    editor = signed_in(world, make_user(Role.COMMUNICATION, world.library))
    foreign = save_tip(theme=neighbour.theme, title="Vestboek", language="nl", shelf="Vestkast")
    form = {"kind": "book", "level": "starter", "title": "Mijn cv", "language": "nl", "shelf": "Kast", "position": 0}
    assert editor.post(f"{LIST}add/", form | {"theme": neighbour.theme.pk}).status_code == 404
    assert editor.post(f"{LIST}add/", form | {"theme": world.theme.pk}).status_code == 302
    assert editor.get(f"{LIST}edit/{foreign.pk}/").status_code == 404
    assert [tip.title for tip in Tip.objects.filter(theme=world.theme)] == ["Mijn cv"]
    assert "Vestboek" not in editor.get(LIST).content.decode()


@pytest.mark.parametrize("many", [1, 30], ids=["one-row", "thirty-rows"])
def test_tips_take_one_query_whatever_their_number(many, world, django_assert_num_queries):
    for number in range(many):
        save_tip(theme=world.theme, title=f"Tip {number}", language="nl", shelf="Kast")
    with django_assert_num_queries(13):
        world.client().get("/nl/themas/werk/")
    with django_assert_num_queries(15):
        world.client().get("/pl/themas/werk/")
