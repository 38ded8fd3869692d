"""The finder answers: which theme and why, the nearest moment that helps, what else may help."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.site.pages.services import save_page
from plein.offer.collection.services import save_tip
from plein.offer.offers.pages import OfferPage
from plein.offer.places.choices import Reason
from plein.out.finder.selectors import understand
from plein.out.finder.services import save_words
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.services import cancel_session, change_session, save_series
from tests.clock import AMSTERDAM
from tests.factories.world import World, add_series, make_world, translate
from tests.plein.out.finder.conftest import add_theme

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "en", "pl", "bg", "tr", "ar", "uk", "ro", "fr", "es")


def ask(world: World, words: str, code: str = "nl"):
    return world.client().get(f"/{code}/vinden/", {"v": words})


def found(answer) -> list[str]:
    return [row.theme.title for row in answer.context["found"]]


def today_at(hour: int) -> datetime:
    return datetime.combine(timezone.localdate(), time(hour), tzinfo=AMSTERDAM)


def add_offer(world: World, slug: str, day: int, hour: int = 13, **facts) -> OfferPage:
    """A further offer of the theme with one session, so many days from today."""
    facts = {"theme": world.theme, "languages": ["nl"]} | facts
    offer = save_page(
        model=OfferPage,
        parent=world.offers,
        slug=slug,
        title=f"Aanbod {slug}",
        search_description=f"{slug} in een zin.",
        **facts,
    )
    save_series(
        offer=offer,
        plein=world.plein,
        room=world.room,
        starts_on=timezone.localdate() + timedelta(days=day),
        start_time=time(hour),
        end_time=time(hour + 1),
        frequency="once",
    )
    return offer


@pytest.fixture
def quiet(world: World) -> World:
    """The library without its weekly session, so that a test plans its own."""
    world.series.delete()
    return world


def sessions(answer) -> list[str]:
    return [session.title for row in answer.context["found"] for session in row.sessions]


def test_a_question_leads_to_its_theme_with_the_reason(world):
    row = ask(world, "ik zoek een baann").context["found"][0]
    assert (row.theme.title, [(reason.typed, reason.meant) for reason in row.reasons]) == (
        "Oever werk",
        [("baann", "baan")],
    )


def test_a_word_typed_as_it_stands_needs_no_second_word(world):
    reasons = ask(world, "Werk").context["found"][0].reasons
    assert [(reason.typed, reason.meant) for reason in reasons] == [("Werk", "")]


def test_a_word_of_another_language_is_marked_with_it(world):
    save_words(theme=world.theme, language="bg", words=["работа"])
    reason = ask(world, "работта").context["found"][0].reasons[0]
    assert (reason.meant, reason.lang, reason.dir) == ("работа", "bg", "ltr")


def test_a_picture_leads_to_the_same_answer_without_a_reason(world):
    context = world.client().get("/nl/vinden/", {"thema": "werk"}).context
    assert [(row.theme.title, row.reasons, len(row.sessions) > 0) for row in context["found"]] == [
        ("Oever werk", [], True)
    ]


@pytest.mark.parametrize("slug", ["niets", "", "../werk", "werk/", "a" * 500, "\x00"])
def test_a_theme_that_is_not_there_shows_the_pictures(world, slug):
    answer = world.client().get("/nl/vinden/", {"thema": slug})
    assert (answer.status_code, found(answer), [card.title for card in answer.context["tiles"]]) == (
        200,
        [],
        ["Oever werk"],
    )


def test_pictures_lead_to_the_answer_in_the_readers_language(world):
    context = world.client().get("/pl/vinden/").context
    assert [(card.url, card.lang) for card in context["tiles"]] == [("/pl/vinden/?thema=werk", "nl")]
    assert (context["found"], context["is_not_understood"]) == ([], False)


def test_the_page_is_in_the_readers_words_where_they_exist(world):
    for page in (world.home, world.themes, world.theme, world.offers, world.offer):
        translate(page, "pl")
    context = ask(world, "baan", "pl").context
    row = context["found"][0]
    assert (row.theme.title, row.theme.lang, {session.title for session in row.sessions}) == (
        "Oever werk [pl]",
        "",
        {"Oever spreekuur [pl]"},
    )


def test_the_session_tells_when_who_where_and_in_which_languages(quiet):
    add_offer(quiet, "hulp", 1, languages=["nl", "pl"], partner=quiet.partner)
    session = ask(quiet, "werk").context["found"][0].sessions[0]
    day = timezone.localdate() + timedelta(days=1)
    assert (session.date_iso, session.time, session.partner, session.room) == (
        day.isoformat(),
        "13.00\xa0tot\xa014.00\xa0uur",
        "Oever raadslieden",
        "Oeverkamer",
    )
    assert [row.code for row in session.languages] == ["nl", "pl"]


def test_the_nearest_day_goes_first(quiet):
    add_offer(quiet, "later", 5)
    add_offer(quiet, "eerder", 2)
    assert sessions(ask(quiet, "werk")) == ["Aanbod eerder", "Aanbod later"]


def test_on_one_day_the_readers_language_goes_first_then_walk_in(quiet):
    add_offer(quiet, "afspraak", 2, 9, entry="appointment")
    add_offer(quiet, "inloop", 2, 10)
    add_offer(quiet, "pools", 2, 14, entry="appointment", languages=["pl"])
    assert sessions(ask(quiet, "werk", "pl")) == ["Aanbod pools", "Aanbod inloop", "Aanbod afspraak"]
    assert sessions(ask(quiet, "werk", "nl")) == ["Aanbod inloop", "Aanbod afspraak", "Aanbod pools"]


def test_within_the_same_days_the_theme_itself_goes_first_then_walk_in(quiet):
    other = add_theme(quiet, "brief", nl=["brief"])
    add_offer(quiet, "ook", 1, theme=other, also_themes=[quiet.theme])
    add_offer(quiet, "afspraak", 1, entry="appointment")
    add_offer(quiet, "inloop", 3)
    assert sessions(ask(quiet, "werk")) == ["Aanbod inloop", "Aanbod afspraak", "Aanbod ook"]


def test_today_goes_before_what_fits_better_later(quiet, monkeypatch):
    moment = today_at(8)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    add_offer(quiet, "vandaag", 0, 20, entry="appointment")
    add_offer(quiet, "morgen", 1, languages=["nl", "pl"])
    assert sessions(ask(quiet, "werk", "pl")) == ["Aanbod vandaag", "Aanbod morgen"]


def test_help_with_the_question_goes_before_learning_it(quiet):
    add_offer(quiet, "oefengroep", 1, group="learn")
    add_offer(quiet, "spreekuur-2", 4)
    answer = ask(quiet, "werk")
    assert sessions(answer) == ["Aanbod spreekuur-2", "Aanbod oefengroep"]


def test_what_helps_now_is_said_to_be_now(quiet, monkeypatch):
    add_offer(quiet, "nu", 0, 10)
    moment = today_at(10) + timedelta(minutes=20)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    session = ask(quiet, "werk").context["found"][0].sessions[0]
    assert (session.title, session.state, session.left_label != "") == ("Aanbod nu", "now", True)


def test_a_session_that_is_over_is_no_help(quiet, monkeypatch):
    add_offer(quiet, "vroeg", 0, 9)
    add_offer(quiet, "morgen", 1, 9)
    moment = today_at(10)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert sessions(ask(quiet, "werk")) == ["Aanbod morgen"]


@pytest.mark.parametrize("kind", [ChangeKind.CANCELLED, ChangeKind.FULL])
def test_a_cancelled_or_full_session_is_never_the_answer(quiet, kind):
    gone = add_offer(quiet, "weg", 1)
    add_offer(quiet, "blijft", 3)
    series = gone.series.get()
    if kind == ChangeKind.CANCELLED:
        cancel_session(series=series, original_date=series.starts_on, reason=Reason.ILLNESS)
    else:
        change_session(series=series, original_date=series.starts_on, kind=kind, reason=Reason.FULL)
    answer = ask(quiet, "werk")
    assert sessions(answer) == ["Aanbod blijft"]
    assert [[card.title for card in group.cards] for group in answer.context["groups"]] == [
        ["Aanbod weg", "Oever spreekuur"]
    ]


def test_a_letter_about_a_debt_leads_to_the_practice_group_too(quiet):
    letter = add_theme(quiet, "brief", nl=["brief"])
    money = add_theme(quiet, "geld", nl=["schuld"])
    add_offer(quiet, "formulieren", 1, theme=letter)
    add_offer(quiet, "schulden", 2, theme=money)
    add_offer(quiet, "lezen", 4, theme=quiet.theme, also_themes=[letter], group="learn", entry="sign_up")
    add_offer(quiet, "niet-dit", 1, theme=quiet.theme)
    answer = ask(quiet, "schuldbrief")
    assert [(row.theme.title, [session.title for session in row.sessions]) for row in answer.context["found"]] == [
        ("Oever brief", ["Aanbod formulieren", "Aanbod lezen"]),
        ("Oever geld", ["Aanbod schulden"]),
    ]
    third = ask(quiet, "brief")
    assert sessions(third) == ["Aanbod formulieren", "Aanbod lezen"]


def test_what_else_helps_stands_in_three_groups(quiet):
    for number in range(1, 4):
        add_offer(quiet, f"hulp-{number}", number)
    add_offer(quiet, "hulp-4", 9)
    add_offer(quiet, "leren", 1, group="learn")
    add_offer(quiet, "ontmoeten", 1, group="meet")
    quiet.offer.unpublish()
    groups = ask(quiet, "werk").context["groups"]
    assert [[card.title for card in group.cards] for group in groups] == [
        ["Aanbod hulp-4"],
        ["Aanbod leren"],
        ["Aanbod ontmoeten"],
    ]


def test_a_moment_is_not_shown_twice_when_two_themes_share_it(quiet):
    other = add_theme(quiet, "brief", nl=["brief"])
    add_offer(quiet, "samen", 1, also_themes=[other])
    add_offer(quiet, "alleen-brief", 3, theme=other)
    answer = ask(quiet, "werk brief")
    assert sorted(sessions(answer)) == ["Aanbod alleen-brief", "Aanbod samen"]


def test_a_theme_without_a_moment_says_so_and_leads_to_the_desk(quiet):
    answer = ask(quiet, "werk")
    assert (found(answer), sessions(answer)) == (["Oever werk"], [])
    assert answer.context["phone_href"] == "tel:0100000000"


def test_tips_of_the_theme_are_in_the_answer(world, neighbour):
    save_tip(theme=world.theme, title="Mijn cv", language="nl", kind="book", shelf="Kast")
    save_tip(theme=neighbour.theme, title="Vest cv", language="nl", kind="book", shelf="Kast")
    groups = ask(world, "werk").context["tip_groups"]
    assert [(group.kind, [tip.title for tip in group.tips]) for group in groups] == [("book", ["Mijn cv"])]


def test_what_nobody_understands_is_answered_kindly(world):
    answer = ask(world, "xyzzy & co")
    context = answer.context
    assert (found(answer), context["is_not_understood"], [card.title for card in context["tiles"]]) == (
        [],
        True,
        ["Oever werk"],
    )
    assert context["search_for_url"] == "/nl/zoeken/?q=xyzzy+%26+co"
    assert (context["phone_href"], context["open_label"] != "", context["plein_url"]) == (
        "tel:0100000000",
        True,
        "/nl/plein/",
    )


@pytest.mark.parametrize(
    "typed",
    ["   ", "\x00", "😀", "'; DROP TABLE plein_wordlist; --", "<script>alert(1)</script>", "a" * 10_000, "%", "\u202e"],
    ids=["spaces", "null", "emoji", "sql", "script", "long", "percent", "override"],
)
def test_hostile_input_is_shown_back_as_text_and_does_no_harm(world, typed):
    answer = ask(world, typed)
    assert (answer.status_code, found(answer)) == (200, [])
    assert "<script>alert" not in answer.content.decode()
    assert found(ask(world, "werk")) == ["Oever werk"]


def test_the_question_stays_when_the_language_changes(world):
    urls = {item["code"]: item["url"] for item in ask(world, "werk & geld").context["switcher"]}
    assert urls == {"nl": "/nl/vinden/?v=werk+%26+geld", "pl": "/pl/vinden/?v=werk+%26+geld"}


def test_nothing_that_was_typed_is_kept(world, caplog):
    caplog.set_level("DEBUG")
    with CaptureQueriesContext(connection) as queries:
        answer = ask(world, "geheimwoord")
    assert (answer["Cache-Control"], answer.cookies.output()) == ("private, no-store", "")
    kept = [row["sql"] for row in queries if "geheimwoord" in row["sql"]]
    told = [record.getMessage() for record in caplog.records if "geheimwoord" in record.getMessage()]
    assert (kept, [text for text in told if "vinden" not in text]) == ([], [])
    assert "/nl/vinden/?v" not in answer.context["canonical_url"]


def test_a_language_that_the_library_does_not_show_is_not_there(world):
    assert world.client().get("/tr/vinden/").status_code == 404


def test_the_same_word_leads_to_each_librarys_own_theme(world, neighbour):
    save_words(theme=neighbour.theme, language="nl", words=["werk", "vestwoord"])
    save_words(theme=world.theme, language="nl", words=["werk"])
    assert (found(ask(world, "werk")), found(ask(neighbour, "werk"))) == (["Oever werk"], ["Vest werk"])
    assert (found(ask(world, "vestwoord")), found(ask(neighbour, "vestwoord"))) == ([], ["Vest werk"])
    assert "Vest" not in ask(world, "werk").content.decode()


def test_a_theme_that_is_not_live_is_not_found(world):
    world.theme.unpublish()
    answer = ask(world, "werk")
    assert (found(answer), answer.context["tiles"]) == ([], [])


def test_at_most_three_themes_are_shown_the_surest_first(world):
    for slug in ("een", "twee", "drie"):
        add_theme(world, slug, nl=["gedeeld"])
    answer = ask(world, "gedeeld baan werk")
    assert found(answer) == ["Oever werk", "Oever een", "Oever twee"]


def word_lists(count: int) -> list[str]:
    """So many different words that nobody types."""
    return [f"zz{number:04d}qx" for number in range(count)]


@pytest.mark.parametrize("many", [2, 2_000], ids=["two-words", "two-thousand-words"])
def test_matching_takes_two_queries_whatever_the_number_of_words(many, world, django_assert_num_queries):
    words = word_lists(many)
    per_list = max(1, many // len(LANGUAGES))
    for number, code in enumerate(LANGUAGES):
        rows = words[number * per_list : (number + 1) * per_list]
        if rows:
            save_words(theme=world.theme, language=code, words=[*rows, f"werk{code}"])
    with django_assert_num_queries(2):
        understood = understand(world.library, "ik zoek werkbg of zoiets", reader="nl")
    assert [theme.title for theme in understood.found] == (["Oever werk"] if many > 10 else [])


PAGE_QUERIES = {"nothing": 9, "understood": 14}


@pytest.mark.parametrize("many", [1, 30], ids=["one-row", "thirty-rows"])
def test_the_page_takes_as_many_queries_whatever_there_is(many, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        world = make_world("veel")
        for number in range(many):
            save_tip(theme=world.theme, title=f"Tip {number}", language="nl", kind="book", shelf="Kast")
        if many > 1:
            add_series(world, many - 1)
            for number in range(many):
                add_theme(world, f"thema-{number}", nl=["werk", f"woord{number}"], bg=[f"дума{number}"])
    counts = {}
    for name, words in (("nothing", "xyzzy"), ("understood", "werk")):
        with CaptureQueriesContext(connection) as queries:
            assert ask(world, words, "pl").status_code == 200
        counts[name] = len(queries)
    assert counts == PAGE_QUERIES
