"""The offer page."""

import pytest

from plein.offer.offers.choices import Entry
from plein.programme.timetable.models import Series
from tests.factories.world import translate

pytestmark = pytest.mark.django_db


def test_facts_stand_in_a_fixed_order(visitor):
    labels = [fact.pictogram for fact in visitor.get("/nl/aanbod/spreekuur/").context["facts"]]
    assert labels == ["place", "host", "languages", "meet", "free"]


def test_facts_are_the_sources_and_words_the_translations(world):
    for page in (world.home, world.offers, world.offer):
        translate(page, "pl")
    world.offer.refresh_from_db()
    world.offer.languages = ["nl", "tr"]
    world.offer.save_revision().publish()
    facts = {fact.pictogram: fact for fact in world.client().get("/pl/aanbod/spreekuur/").context["facts"]}
    assert [value.text for value in facts["languages"].values] == ["Nederlands", "Türkçe"]
    assert facts["meet"].values[0].text == "Voor wie in Oever woont. [pl]"


def test_three_moments_first_and_the_rest_on_request(visitor):
    context = visitor.get("/nl/aanbod/spreekuur/").context
    assert (len(context["next_sessions"]), len(context["more_sessions"]) > 3) == (3, True)


def test_each_moment_leads_to_its_own_page(world, visitor):
    context = visitor.get("/nl/aanbod/spreekuur/").context
    urls = [card.url for card in context["next_sessions"]]
    assert all(url.startswith(f"/nl/moment/{world.series.uuid}/") for url in urls)
    assert [visitor.get(url).status_code for url in urls] == [200, 200, 200]
    assert context["qr_url"] == f"/nl/qr/{world.offer.pk}.svg"


def test_without_sessions_to_come_it_says_what_to_do(world, visitor):
    Series.objects.filter(pk=world.series.pk).delete()
    answer = visitor.get("/nl/aanbod/spreekuur/")
    assert answer.context["next_sessions"] == []
    assert 'href="/nl/plein/"' in answer.content.decode().split('id="when"')[1].split("</section>")[0]


@pytest.mark.parametrize(
    ("entry", "href"), [(Entry.WALK_IN, ""), (Entry.APPOINTMENT, "tel:0100000000"), (Entry.SIGN_UP, "tel:0100000000")]
)
def test_walk_in_appointment_and_sign_up_are_three_things(world, visitor, entry, href):
    world.offer.entry = entry
    world.offer.save_revision().publish()
    context = visitor.get("/nl/aanbod/spreekuur/").context
    assert (context["entry"], context["phone_href"]) == (entry, href)


def test_offers_are_grouped_by_what_one_gets(visitor):
    groups = visitor.get("/nl/aanbod/").context["groups"]
    assert [[card.title for card in group.cards] for group in groups] == [["Oever spreekuur"]]
