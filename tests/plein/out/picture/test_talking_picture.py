"""Point at a picture, then at what you want to learn: what fits is shown, and nothing is kept."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.site.pages.services import save_page
from home.tenant.libraries.choices import Role
from plein.offer.offers.pages import OfferPage
from plein.out.picture.choices import DOMAIN_WORDS, MANNER_WORDS, Domain
from plein.out.picture.models import Goal
from plein.out.picture.services import save_goal
from plein.programme.timetable.services import save_series
from tests.factories.inside import make_inside, signed_in
from tests.factories.world import World, add_series, make_user, translate
from tests.plein.out.finder.conftest import add_theme

pytestmark = pytest.mark.django_db


def look(world: World, code: str = "nl", **asked: str):
    return world.client().get(f"/{code}/praatplaat/", asked)


def add_goal(world: World, label: str = "Fietsen", **facts) -> Goal:
    facts = {"themes": [world.theme], "words": {"pl": "Jeździć na rowerze"}, "pictogram": "bike"} | facts
    return save_goal(library=world.library, domain="health", label=label, **facts)


def add_offer(world: World, slug: str, day: int, **facts) -> OfferPage:
    facts = {"theme": world.theme, "languages": ["nl"]} | facts
    offer = save_page(
        model=OfferPage, parent=world.offers, slug=slug, title=f"Aanbod {slug}", search_description=f"{slug}.", **facts
    )
    save_series(
        offer=offer,
        plein=world.plein,
        room=world.room,
        starts_on=timezone.localdate() + timedelta(days=day),
        start_time=time(13),
        end_time=time(14),
        frequency="once",
    )
    return offer


def sessions(answer) -> list[str]:
    return [row.title for row in answer.context["fitting"].sessions]


def offers(answer) -> list[str]:
    return [card.title for card in answer.context["fitting"].offers]


@pytest.fixture
def quiet(world: World) -> World:
    """The library without its weekly session, so that a test plans its own."""
    world.series.delete()
    return world


def test_eight_domains_stand_in_the_picture_each_with_its_word_and_link(world):
    tiles = look(world).context["domains"]
    assert [tile.url for tile in tiles] == [f"/nl/praatplaat/?domein={word}" for word in DOMAIN_WORDS]
    assert [tile.word.text for tile in tiles][:2] == ["Werk en opleiding", "Inburgering"]
    assert all(tile.word.dutch == "" for tile in tiles)


def test_a_reader_of_another_language_sees_the_dutch_word_beside_her_own(world):
    answer = look(world, "pl")
    word = answer.context["domains"][3].word
    assert (word.text, word.dutch, word.dutch_lang) == ("Zdrowie i ruch", "Gezondheid en bewegen", "nl")
    assert [(said.text, said.speech) for said in word.said] == [
        ("Zdrowie i ruch", "pl-PL"),
        ("Gezondheid en bewegen", "nl-NL"),
    ]
    assert '<span class="word__dutch" lang="nl" dir="ltr">Gezondheid en bewegen</span>' in answer.content.decode()


def test_a_new_library_has_choices_in_every_domain(world):
    found = {code: Goal.objects.filter(library=world.library, domain=code).count() for code in Domain}
    assert min(found.values()) >= 3


def test_a_domain_shows_its_choices_in_the_readers_words(world):
    add_goal(world)
    tile = next(tile for tile in look(world, "pl", domein="gezondheid").context["goals"] if tile.pictogram == "bike")
    assert (tile.word.text, tile.word.dutch, tile.url) == (
        "Jeździć na rowerze",
        "Fietsen",
        "/pl/praatplaat/?domein=gezondheid&leren=fietsen",
    )


def test_a_choice_that_nobody_translated_is_there_in_dutch_and_marked_so(world):
    add_goal(world, words={"tr": "Bisiklet"})
    answer = look(world, "pl", domein="gezondheid")
    tile = next(tile for tile in answer.context["goals"] if tile.pictogram == "bike")
    assert (tile.word.text, tile.word.lang, tile.word.dir, tile.word.dutch) == ("Fietsen", "nl", "ltr", "")
    assert '<span class="word__own" lang="nl" dir="ltr">Fietsen</span>' in answer.content.decode()


def test_a_choice_leads_to_the_nearest_moment_of_each_offer_of_its_themes(quiet):
    add_goal(quiet)
    add_offer(quiet, "later", 5)
    add_offer(quiet, "eerder", 2)
    add_offer(quiet, "elders", 1, theme=add_theme(quiet, "elders"))
    answer = look(quiet, domein="gezondheid", leren="fietsen")
    assert (sessions(answer), offers(answer)) == (["Aanbod eerder", "Aanbod later"], ["Oever spreekuur"])


def test_an_offer_that_an_editor_named_goes_first(quiet):
    named = add_offer(quiet, "genoemd", 9, theme=None)
    add_offer(quiet, "eerder", 1)
    add_goal(quiet, offers=[named])
    assert sessions(look(quiet, domein="gezondheid", leren="fietsen")) == ["Aanbod genoemd", "Aanbod eerder"]


@pytest.mark.parametrize(
    ("manner", "titles"),
    [("taalmaatje", ["Aanbod maatje"]), ("groepje", ["Aanbod groep"]), ("inloop", ["Aanbod inloop"])],
)
def test_the_second_layer_keeps_what_is_done_in_that_way(quiet, manner, titles):
    quiet.offer.unpublish()
    add_goal(quiet)
    add_offer(quiet, "maatje", 1, entry="appointment", with_buddy=True)
    add_offer(quiet, "groep", 2, entry="sign_up", kind="practice_group")
    add_offer(quiet, "inloop", 3)
    answer = look(quiet, domein="gezondheid", leren="fietsen", hoe=manner)
    assert (sessions(answer), answer.context["fitting"].is_other_manner) == (titles, False)


def test_when_nothing_is_done_in_that_way_the_others_are_shown_and_said_to_be_others(quiet):
    add_goal(quiet)
    add_offer(quiet, "inloop", 3)
    answer = look(quiet, domein="gezondheid", leren="fietsen", hoe="taalmaatje")
    assert (sessions(answer), answer.context["fitting"].is_other_manner) == (["Aanbod inloop"], True)


def test_when_nothing_fits_the_desk_and_the_finder_are_there(world):
    add_goal(world, themes=[])
    answer = look(world, domein="gezondheid", leren="fietsen")
    assert (sessions(answer), offers(answer)) == ([], [])
    html = answer.content.decode()
    assert "Hier is nog niets voor." in html
    assert 'href="/nl/plein/"' in html
    assert 'href="/nl/vinden/"' in html


def test_something_else_shows_what_fits_any_choice_of_the_domain(quiet):
    add_goal(quiet)
    other = add_theme(quiet, "anders")
    add_goal(quiet, "Wandelen", themes=[other])
    add_offer(quiet, "een", 1)
    add_offer(quiet, "twee", 2, theme=other)
    assert sessions(look(quiet, domein="gezondheid", leren="anders")) == ["Aanbod een", "Aanbod twee"]


@pytest.mark.parametrize(
    "asked",
    [
        {"domein": "niets"},
        {"domein": "\x00"},
        {"domein": "a" * 5000},
        {"leren": "fietsen"},
        {"hoe": "inloop"},
        {"domein": "<script>alert(1)</script>"},
    ],
)
def test_what_is_not_known_shows_the_picture(world, asked):
    answer = look(world, **asked)
    assert (answer.status_code, len(answer.context["domains"])) == (200, 8)
    assert "<script>alert" not in answer.content.decode()


def test_an_unknown_choice_shows_the_choices_of_the_domain(world):
    context = look(world, domein="gezondheid", leren="../fietsen", hoe="vliegend").context
    assert [tile.is_chosen for tile in context["goals"]] == [False] * 5


def test_the_way_that_was_chosen_can_be_taken_back(world):
    add_goal(world)
    tiles = look(world, domein="gezondheid", leren="fietsen", hoe="groepje").context["manners"]
    base = "/nl/praatplaat/?domein=gezondheid&leren=fietsen"
    assert [(tile.url, tile.is_chosen) for tile in tiles] == [
        (f"{base}&hoe=taalmaatje", False),
        (base, True),
        (f"{base}&hoe=inloop", False),
    ]


def test_the_card_for_the_desk_is_in_the_readers_language_and_in_dutch(world):
    add_goal(world)
    html = look(world, "pl", domein="gezondheid", leren="fietsen", hoe="groepje").content.decode()
    card = html[html.index('class="show"') : html.index('class="find__tips')]
    for words in ("Jeździć na rowerze", "Fietsen", "W małej grupie", "In een groepje", "Zdrowie i ruch"):
        assert words in card


def test_the_code_leads_to_this_very_choice(world):
    add_goal(world)
    asked = {"domein": "gezondheid", "leren": "fietsen", "hoe": "groepje"}
    answer = look(world, "pl", **asked)
    url = answer.context["qr_url"]
    assert url == "/pl/praatplaat/qr.svg?domein=gezondheid&leren=fietsen&hoe=groepje"
    drawing = world.client().get(url)
    assert (drawing.status_code, drawing["Content-Type"]) == (200, "image/svg+xml")
    assert drawing.content != world.client().get("/pl/praatplaat/qr.svg").content
    assert (
        answer.context["share_url"] == f"http://{world.host}/pl/praatplaat/?domein=gezondheid&leren=fietsen&hoe=groepje"
    )


def test_the_choice_stays_when_the_language_changes(world):
    add_goal(world)
    switcher = look(world, domein="gezondheid", leren="fietsen").context["switcher"]
    assert {item["code"]: item["url"] for item in switcher} == {
        code: f"/{code}/praatplaat/?domein=gezondheid&leren=fietsen" for code in ("nl", "pl")
    }


def test_nothing_of_a_choice_is_kept(world, caplog):
    add_goal(world)
    caplog.set_level("DEBUG")
    with CaptureQueriesContext(connection) as queries:
        answer = look(world, domein="gezondheid", leren="fietsen", hoe="groepje")
    assert (answer["Cache-Control"], answer.cookies.output()) == ("private, no-store", "")
    assert [row["sql"] for row in queries if not row["sql"].startswith("SELECT")] == []
    assert [
        r.getMessage() for r in caplog.records if "fietsen" in r.getMessage() and not r.name.startswith("django.")
    ] == []
    assert "fietsen" not in answer.context["canonical_url"]


def test_the_neighbours_choices_and_offers_are_not_there(world, neighbour):
    foreign = save_goal(
        library=neighbour.library, domain="health", label="Vest zwemmen", words={}, themes=[neighbour.theme]
    )
    answer = look(world, domein="gezondheid", leren=foreign.slug)
    assert "fitting" not in answer.context
    assert "Vest" not in answer.content.decode()
    assert sessions(look(neighbour, domein="gezondheid", leren=foreign.slug)) == ["Vest spreekuur"]


def test_an_offer_of_the_neighbour_is_not_shown_even_when_a_choice_names_it(world, neighbour):
    goal = add_goal(world, themes=[])
    Goal.offers.through.objects.create(goal=goal, offerpage=neighbour.offer)
    Goal.themes.through.objects.create(goal=goal, themepage=neighbour.theme)
    answer = look(world, domein="gezondheid", leren="fietsen")
    assert (sessions(answer), offers(answer)) == ([], [])
    assert "Vest" not in answer.content.decode()


def test_an_offer_that_is_not_live_is_not_shown(world):
    add_goal(world)
    world.offer.unpublish()
    assert sessions(look(world, domein="gezondheid", leren="fietsen")) == []


def test_offers_are_in_the_readers_words_where_they_exist(world):
    add_goal(world)
    for page in (world.home, world.themes, world.theme, world.offers, world.offer):
        translate(page, "pl")
    assert sessions(look(world, "pl", domein="gezondheid", leren="fietsen")) == ["Oever spreekuur [pl]"]


def test_a_language_that_the_library_does_not_show_is_not_there(world):
    assert look(world, "tr").status_code == 404
    assert world.client().get("/tr/praatplaat/qr.svg").status_code == 404


def test_the_picture_is_read_only(world):
    assert world.client().post("/nl/praatplaat/", {"domein": "gezondheid"}).status_code == 405


@pytest.mark.parametrize("path", ["/nl/", "/nl/vinden/"])
def test_the_home_page_and_the_finder_lead_to_the_picture(world, path):
    assert 'href="/nl/praatplaat/"' in world.client().get(path).content.decode()


@pytest.mark.parametrize(("code", "queries"), [("nl", 13), ("pl", 14)])
@pytest.mark.parametrize("more", [0, 30])
def test_a_choice_takes_the_same_queries_with_one_offer_and_with_thirty(
    world, django_assert_num_queries, more, code, queries
):
    add_goal(world)
    add_series(world, more)
    look(world, code)
    with django_assert_num_queries(queries):
        answer = look(world, code, domein="gezondheid", leren="fietsen")
    assert len(sessions(answer)) == min(4, 1 + more)


def test_all_ways_have_a_word_in_the_address():
    assert sorted(MANNER_WORDS) == ["groepje", "inloop", "taalmaatje"]


def test_the_answer_is_headed_by_what_somebody_wants(world):
    add_goal(world)
    html = look(world, "pl", domein="gezondheid", leren="fietsen").content.decode()
    heading = html[html.index("<h1") : html.index("</h1>")]
    assert "Jeździć na rowerze" in heading
    assert "<title>Zdrowie i ruch: Jeździć na rowerze" in html


def test_who_works_on_the_plein_is_led_to_the_picture(world):
    make_inside(world)
    assert (
        'href="/nl/praatplaat/"'
        in signed_in(world, make_user(Role.COMMUNICATION, world.library)).get("/intranet/").content.decode()
    )
