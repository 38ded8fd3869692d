"""A library that was there before the talking picture gets its choices at the upgrade: once, and over nothing."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from home.site.pages.services import save_page
from plein.offer.offers.pages import OfferPage
from plein.out.picture.models import Goal
from plein.out.picture.services import make_defaults, save_goal
from tests.factories.world import translate

pytestmark = pytest.mark.django_db

NAME = "0005_first_choices_for_all"
migration = import_module(f"plein.migrations.{NAME}")


@pytest.fixture(params=["the models of now", "the models of then"])
def upgrade(request):
    """What the migration does, with the models that it meets and with those of now."""
    if request.param == "the models of now":
        return lambda: migration.give_first_choices(apps, None)
    state = MigrationLoader(connection).project_state([("plein", NAME)])
    return lambda: migration.give_first_choices(state.apps, None)


def rows(library):
    """All that a choice consists of."""
    return {
        (goal.domain, goal.slug): (
            goal.label,
            goal.pictogram,
            goal.position,
            sorted((row.language, row.label) for row in goal.words.all()),
            sorted(page.pk for page in goal.themes.all()),
            sorted(page.pk for page in goal.offers.all()),
        )
        for goal in Goal.objects.filter(library=library)
    }


def test_a_library_without_choices_gets_those_of_a_new_one(world, upgrade):
    save_page(
        model=OfferPage,
        parent=world.offers,
        slug="sollicitatiehulp",
        title="Sollicitatiehulp",
        search_description="Hulp.",
        languages=["nl"],
    )
    make_defaults(library=world.library)
    expected = rows(world.library)
    assert any(row[4] for row in expected.values())
    assert any(row[5] for row in expected.values())
    Goal.objects.filter(library=world.library).delete()
    upgrade()
    assert rows(world.library) == expected


def test_what_an_editor_changed_or_threw_away_stays_so(world, neighbour, upgrade):
    Goal.objects.filter(library=world.library).exclude(slug="werk-zoeken").delete()
    Goal.objects.filter(library=world.library).update(label="Een baan vinden")
    before = rows(world.library)
    Goal.objects.filter(library=neighbour.library).delete()
    upgrade()
    upgrade()
    assert rows(world.library) == before
    assert len(rows(neighbour.library)) > len(before)


def test_choices_of_its_own_are_enough(world, upgrade):
    Goal.objects.filter(library=world.library).delete()
    save_goal(library=world.library, domain="health", label="Fietsen", words={})
    upgrade()
    assert list(rows(world.library)) == [("health", "fietsen")]


def test_only_live_sources_of_the_library_itself_are_linked(world, neighbour, upgrade):
    for page in (world.home, world.themes, world.theme):
        translate(page, "pl")
    Goal.objects.filter(library__in=[world.library, neighbour.library]).delete()
    neighbour.theme.unpublish()
    upgrade()
    ours = Goal.objects.get(library=world.library, slug="werk-zoeken")
    theirs = Goal.objects.get(library=neighbour.library, slug="werk-zoeken")
    assert (list(ours.themes.all()), list(theirs.themes.all())) == ([world.theme], [])
