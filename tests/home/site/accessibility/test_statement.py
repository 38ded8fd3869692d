"""The accessibility statement: what a visitor reads, what the editor keeps, and when she is reminded."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import home.site.accessibility.demo
from home.site.accessibility.pages import AccessibilityPage
from home.site.pages.demo import paragraph
from home.site.pages.pages import ContentPage
from home.site.pages.services import save_page
from home.tenant.libraries.choices import Role
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user, translate

pytestmark = pytest.mark.django_db

LIMIT = {
    "what": "Filmpjes zonder ondertiteling.",
    "impact": "U mist wat er wordt gezegd.",
    "measure": "We vragen om ondertiteling.",
    "cause": "others",
    "planned_on": date(2027, 3, 31),
}


def statement(world: World, *, limits: int = 1, **facts: Any) -> AccessibilityPage:
    word = world.library.slug.capitalize()
    facts = {"status": "B", "examined_on": date(2026, 5, 19), "drawn_up_on": date(2026, 6, 2)} | facts
    return save_page(
        model=AccessibilityPage,
        parent=world.home,
        slug="toegankelijkheid",
        title=f"{word} verklaring",
        search_description=f"{word} is er voor iedereen.",
        limits=[("limit", LIMIT)] * limits,
        complaint=paragraph("Schrijf de directeur."),
        **facts,
    )


def read(world: World, code: str = "nl") -> str:
    return world.client().get(f"/{code}/toegankelijkheid/").content.decode()


def home_of_admin(world: World) -> str:
    editor = signed_in(world, make_user(Role.COMMUNICATION, world.library))
    return editor.get("/admin/").content.decode()


def test_visitor_reads_how_far_the_site_is_and_whom_to_tell(world: World) -> None:
    statement(world)
    html = read(world)
    for part in (
        "B: voldoet gedeeltelijk",
        "WCAG 2.2 AA",
        "oever.test",
        "2 juni 2026",
        "Filmpjes zonder ondertiteling.",
        "Het komt van iemand anders.",
        "Uiterlijk opgelost op 31 maart 2027.",
        "binnen 5 werkdagen",
        "mailto:info@oever.example",
        "Schrijf de directeur.",
    ):
        assert part in html


def test_statement_stands_in_the_footer_of_every_page(world: World) -> None:
    statement(world)
    footer = world.client().get("/nl/week/").content.decode().split("<footer")[1]
    assert 'href="/nl/toegankelijkheid/"' in footer


def test_translation_has_its_words_and_the_facts_of_the_source(world: World) -> None:
    page = statement(world)
    translate(page, "pl")
    page.refresh_from_db()
    page.status, page.drawn_up_on = "A", date(2026, 7, 9)
    page.limits[0].value["planned_on"] = date(2028, 1, 15)
    page.save_revision().publish()
    html = read(world, "pl")
    for part in (
        "Filmpjes zonder ondertiteling. [pl]",
        "A: spełnia wszystkie wymagania",
        "9 lipca 2026",
        "15 stycznia 2028",
    ):
        assert part in html
    assert "31 marca 2027" not in html


def test_library_without_limits_names_none(world: World) -> None:
    statement(world, limits=0)
    assert "Wat nog niet goed werkt" not in read(world)


def test_page_takes_as_many_queries_with_one_limit_as_with_thirty(world: World) -> None:
    counts = []
    for limits in (1, 30):
        statement(world, limits=limits)
        read(world)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            read(world)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_status_that_needs_an_examination_asks_for_its_day(world: World) -> None:
    page = AccessibilityPage(title="x", slug="x", status="A", examined_on=None)
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert "examined_on" in refused.value.message_dict


def test_review_before_the_statement_is_refused() -> None:
    page = AccessibilityPage(title="x", slug="x", drawn_up_on=date(2026, 6, 2), reviewed_on=date(2026, 6, 1))
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert "reviewed_on" in refused.value.message_dict


@pytest.mark.parametrize(("days", "is_reminded"), [(365, False), (366, True)])
def test_editor_is_reminded_after_a_year(world: World, days: int, is_reminded: bool) -> None:
    reviewed = timezone.localdate() - timedelta(days=days)
    statement(world, reviewed_on=reviewed, drawn_up_on=reviewed)
    assert ("Oever verklaring” is voor het laatst nagekeken" in home_of_admin(world)) is is_reminded


def test_editor_is_not_reminded_of_the_neighbour(world: World, neighbour: World) -> None:
    long_ago = timezone.localdate() - timedelta(days=900)
    statement(world)
    statement(neighbour, reviewed_on=long_ago, drawn_up_on=long_ago)
    assert "Vest verklaring" not in home_of_admin(world)


def test_library_without_a_statement_is_told(world: World, neighbour: World) -> None:
    statement(neighbour)
    assert "Bibliotheek Oever heeft geen toegankelijkheidsverklaring" in home_of_admin(world)
    statement(world)
    assert "heeft geen toegankelijkheidsverklaring" not in home_of_admin(world)


def test_demo_takes_the_place_of_a_plain_page_and_is_made_once(world: World) -> None:
    world.library.slug = "oeverstad"
    save_page(model=ContentPage, parent=world.home, slug="toegankelijkheid", title="Oud", search_description="Oud.")
    for _time in range(2):
        home.site.accessibility.demo.build(world.library)
    assert AccessibilityPage.objects.child_of(world.home).count() == 1
    assert "De ingang heeft geen drempel" in read(world)
