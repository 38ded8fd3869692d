"""Editors keep the choices of the talking picture: words in each language, and what fits."""

import pytest

from plein.out.picture.models import Goal
from plein.out.picture.services import make_defaults, save_goal

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/plein/goal/"


def post(editor, **facts):
    data = {
        "domain": "health",
        "pictogram": "bike",
        "label": "Fietsen",
        "position": "9",
        "words-TOTAL_FORMS": "1",
        "words-INITIAL_FORMS": "0",
        "words-MIN_NUM_FORMS": "0",
        "words-MAX_NUM_FORMS": "1000",
        "words-0-language": "pl",
        "words-0-label": "Jeździć na rowerze",
    }
    return editor.post(f"{LIST}add/", data | facts)


def test_an_editor_adds_a_choice_with_words_and_themes(world, editor):
    assert post(editor, themes=[world.theme.pk]).status_code == 302
    goal = Goal.objects.get(library=world.library, label="Fietsen")
    assert (goal.slug, [row.label for row in goal.words.all()], list(goal.themes.all())) == (
        "fietsen",
        ["Jeździć na rowerze"],
        [world.theme],
    )


def test_the_address_of_a_choice_stays_when_its_words_change(world):
    goal = save_goal(library=world.library, domain="health", label="Fietsen", words={})
    goal.label = "Leren fietsen"
    goal.save()
    assert goal.slug == "fietsen"


def test_two_choices_never_share_an_address(world):
    slugs = [
        save_goal(library=world.library, domain="health", label=label, words={}).slug
        for label in ("Fietsen", "Fietsen!", "Anders", "دراجة")
    ]
    assert slugs == ["fietsen", "fietsen-2", "anders-2", "health"]


def test_a_theme_of_the_neighbour_is_neither_offered_nor_taken(world, neighbour, editor):
    assert neighbour.theme.title not in editor.get(f"{LIST}add/").content.decode()
    assert post(editor, themes=[neighbour.theme.pk]).status_code == 404
    goal = save_goal(library=world.library, domain="health", label="Fietsen", words={}, themes=[neighbour.theme])
    assert list(goal.themes.all()) == []


def test_the_neighbours_choice_is_not_there(world, neighbour, editor):
    foreign = save_goal(library=neighbour.library, domain="health", label="Vest zwemmen", words={})
    own = save_goal(library=world.library, domain="health", label="Oever zwemmen", words={})
    assert editor.get(f"{LIST}edit/{own.pk}/").status_code == 200
    assert editor.get(f"{LIST}edit/{foreign.pk}/").status_code == 404
    html = editor.get(LIST, {"q": "zwemmen"}).content.decode()
    assert ("Oever zwemmen" in html, "Vest zwemmen" in html) == (True, False)


def test_making_the_defaults_twice_changes_nothing(world):
    rows = Goal.objects.filter(library=world.library).values_list("pk", "slug", "words__pk", "words__label")
    before = set(rows.all())
    make_defaults(library=world.library)
    assert (set(rows.all()), rows.count()) == (before, len(before))


def test_the_defaults_are_linked_to_what_a_library_has(world):
    make_defaults(library=world.library)
    goal = Goal.objects.get(library=world.library, slug="werk-zoeken")
    assert list(goal.themes.all()) == [world.theme]
