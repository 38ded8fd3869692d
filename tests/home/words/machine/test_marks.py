"""Wherever a reader meets words that nobody read yet, she is told: on cards, in lists, on the screen and on paper."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils.translation import gettext, override
from icalendar import Calendar
from wagtail.models import Page

from home.site.blocks.blocks import PageLinksBlock
from home.site.pages.reading import Reading
from home.tenant.languages.known import get as get_language
from home.tenant.languages.models import MachineDraft
from home.tenant.languages.selectors import words_for
from plein.out.print.choices import Sheet
from plein.out.print.presenters import week_of
from plein.out.print.selectors import programme_of
from plein.out.print.sheets import sheet_of
from plein.programme.timetable.selectors import monday_of
from tests.factories.world import World, translate

pytestmark = pytest.mark.django_db

FOOT = ".machine-foot"
MARK = ".by-machine, .machine-sign"


@pytest.fixture
def drafts(world: World) -> dict[str, Page]:
    """Pages with a Polish translation; of ``machine`` nobody read it yet, ``people`` were translated by somebody."""
    for page in (world.home, world.themes, world.offers, world.events, world.week, world.plein, world.partner):
        translate(page, "pl")
    found = {"machine": translate(world.offer, "pl"), "people": translate(world.theme, "pl")}
    MachineDraft.objects.create(page_id=found["machine"].pk)
    return found


def seen(client: Client, path: str) -> Tag:
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles_of(page: Tag) -> dict[str, set[bool]]:
    """Title of each card and line to whether those with that title carry a mark."""
    found: dict[str, set[bool]] = {}
    for title in page.select(".card__title, .session__title, .line__title, .event__title, .tile__title"):
        is_marked = bool(title.find_parent(["article", "li"]).select(MARK))
        words = BeautifulSoup(str(title), "html.parser")
        for mark in words.select(MARK):
            mark.extract()
        found.setdefault(words.get_text(" ", strip=True), set()).add(is_marked)
    return found


def test_words_tell_that_nobody_read_them(world: World, neighbour: World, drafts: dict[str, Page]) -> None:
    MachineDraft.objects.create(page_id=translate(neighbour.theme, "pl").pk)
    words = words_for([world.offer, world.theme, world.event], "pl")
    assert [words[page.pk].is_machine for page in (world.offer, world.theme, world.event)] == [True, False, False]
    assert not words_for([world.offer], "nl")[world.offer.pk].is_machine


def paths(world: World) -> dict[str, str]:
    return {
        "home": "/pl/",
        "theme": f"/pl/{world.theme.url_path.split('/', 2)[2]}",
        "offers": f"/pl/{world.offers.url_path.split('/', 2)[2]}",
        "week": f"/pl/{world.week.url_path.split('/', 2)[2]}",
        "search": "/pl/zoeken/?q=spreekuur",
        "finder": f"/pl/vinden/?thema={world.theme.slug}",
        "partner": f"/pl/{world.partner.url_path.split('/', 2)[2]}",
        "print": "/pl/druk/",
    }


@pytest.mark.parametrize("name", ["home", "theme", "offers", "week", "search", "finder", "partner", "print"])
def test_cards_of_other_pages_carry_the_mark_until_somebody_read_the_words(
    name: str, world: World, drafts: dict[str, Page], visitor: Client
) -> None:
    path, title = paths(world)[name], drafts["machine"].title
    page = seen(visitor, path)
    assert title in page.get_text()
    with override("pl"):
        name_of_mark = gettext("translated by a computer")
    assert {mark.get_text(strip=True) for mark in page.select(MARK)} == {name_of_mark}
    titles = titles_of(page)
    assert (titles.pop(title), set().union(*titles.values()) - {False}) == ({True}, set())
    assert len(page.select(FOOT)) == 1
    MachineDraft.objects.all().delete()
    page = seen(visitor, path)
    assert (title in page.get_text(), page.select(MARK), page.select(FOOT)) == (True, [], [])


def test_reader_of_the_source_sees_no_mark(world: World, drafts: dict[str, Page], visitor: Client) -> None:
    page = seen(visitor, paths(world)["theme"].replace("/pl/", "/nl/"))
    assert (world.offer.title in page.get_text(), page.select(MARK), page.select(FOOT)) == (True, [], [])


def test_title_in_the_menu_is_told_at_the_foot(world: World, drafts: dict[str, Page], visitor: Client) -> None:
    MachineDraft.objects.all().delete()
    path = f"/pl/{world.content.url_path.split('/', 2)[2]}"
    assert seen(visitor, path).select(FOOT) == []
    MachineDraft.objects.create(page_id=world.themes.get_translations().get(locale__language_code="pl").pk)
    assert len(seen(visitor, path).select(FOOT)) == 1


def test_links_that_an_editor_placed_carry_it(world: World, drafts: dict[str, Page]) -> None:
    told: set[str] = set()
    around = {"language": get_language("pl"), "machine_drafts": told}
    value = {"title": "Verder", "pages": [world.offer, world.theme]}
    cards = PageLinksBlock().get_context(value, parent_context=around)["cards"]
    assert ([card["is_machine"] for card in cards], told) == ([True, False], {drafts["machine"].title})


@pytest.mark.parametrize("name", ["home", "theme", "week", "search", "finder"])
def test_mark_costs_no_query(
    name: str,
    world: World,
    drafts: dict[str, Page],
    visitor: Client,
    django_assert_num_queries: Any,
    django_assert_max_num_queries: Any,
) -> None:
    visitor.get(paths(world)[name])
    with django_assert_max_num_queries(100) as marked:
        visitor.get(paths(world)[name])
    MachineDraft.objects.all().delete()
    with django_assert_num_queries(len(marked)):
        visitor.get(paths(world)[name])


def test_screen_says_so_in_the_languages_that_it_is_so_in(
    world: World, drafts: dict[str, Page], visitor: Client
) -> None:
    def said() -> dict[str, bool]:
        data = json.loads(visitor.get(f"/scherm/{world.plein.slug}/gegevens.json").content)
        return {words["code"]: bool(words["machine"]) for words in data["languages"]}

    assert said() == {"nl": False, "pl": True}
    page = seen(visitor, f"/scherm/{world.plein.slug}/?taal=pl")
    assert page.select_one(".by-machine").get_text(strip=True)
    MachineDraft.objects.all().delete()
    assert said() == {"nl": False, "pl": False}


@pytest.mark.parametrize(("code", "is_told"), [("pl", True), ("nl", False)])
def test_paper_says_so(code: str, is_told: bool, world: World, drafts: dict[str, Page], rf: Any) -> None:
    reading = Reading(rf.get("/"), world.library, code, world.home, world.home, ["nl", "pl"])
    monday = monday_of(reading.today)
    with override(code):
        week = week_of(reading, programme_of(world.library, monday))
        sheet = sheet_of(reading, week, Sheet.FOLDER, today=reading.today, address="https://oever.example/p/")
    assert bool(sheet["machine"]) is is_told


def test_calendar_says_so(world: World, drafts: dict[str, Page], visitor: Client) -> None:
    def said() -> bool:
        content = visitor.get(f"/pl/kalender/plein/{world.plein.pk}.ics").content
        with override("pl"):
            sentence = gettext("Some words were translated by a computer. There may be mistakes in them.")
        events = [
            row for row in Calendar.from_ical(content).walk("VEVENT") if row["summary"] == drafts["machine"].title
        ]
        assert events
        return all(sentence in row["description"] for row in events)

    assert said() is True
    MachineDraft.objects.all().delete()
    assert said() is False
