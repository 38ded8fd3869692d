"""Focus groups: who took part is known inside only, and outcomes turn into needs."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from home.tenant.libraries.choices import Role
from netwerk.people.key_people.models import KeyPerson
from netwerk.reach.focus_groups.models import FocusGroup, Outcome
from netwerk.reach.focus_groups.selectors import groups_of, when_label
from netwerk.reach.focus_groups.services import save_focus_group
from tests.factories.inside import Inside
from tests.factories.world import translate

NAME = "wagtailsnippets_netwerk_reach_focusgroup"


def test_groups_of_a_trajectory_with_their_needs(inside: Inside) -> None:
    (line,) = groups_of(inside.trajectory, "nl")
    assert (line.title, line.when, line.topics) == ("Oevergroep", "woensdag 3 mei 2023", ["Wat mist u?"])
    assert [(row.text, row.need) for row in line.outcomes] == [("Oeverwens", "Oevernood")]


def test_a_day_that_is_not_on_record_is_not_shown(inside: Inside) -> None:
    inside.group.is_month_only = True
    assert when_label(inside.group, "nl") == "mei 2023"


@pytest.mark.parametrize("what", ["person", "trajectory"])
def test_rows_of_the_neighbour_are_refused(inside: Inside, beside: Inside, what: str) -> None:
    people = KeyPerson.objects.filter(pk=beside.person.pk) if what == "person" else []
    facts = {"trajectory": beside.trajectory} if what == "trajectory" else {}
    with pytest.raises(ValidationError):
        save_focus_group(
            library=inside.world.library,
            uuid=uuid4(),
            title="X",
            date=date(2023, 1, 1),
            topics="y",
            key_people=people,
            **facts,
        )
    assert FocusGroup.objects.count() == 2


def test_librarian_makes_a_focus_group_for_the_event(inside: Inside) -> None:
    data = {
        "title": "Tweede groep",
        "date": "2026-03-01",
        "topics": "Wat wilt u leren?",
        "safe_start": ["meet", "rules"],
        "key_people": [inside.person.pk],
        "event": inside.world.event.pk,
        "trajectory": inside.trajectory.pk,
        "outcomes-TOTAL_FORMS": 1,
        "outcomes-INITIAL_FORMS": 0,
        "outcomes-MIN_NUM_FORMS": 0,
        "outcomes-MAX_NUM_FORMS": 1000,
        "outcomes-0-text": "Liever in het Pools",
        "outcomes-0-need": "Kaartjes",
        "outcomes-0-id": "",
        "outcomes-0-ORDER": 1,
        "outcomes-0-DELETE": "",
    }
    response = inside.as_role(Role.COMMUNITY_LIBRARIAN).post(reverse(f"{NAME}:add"), data)
    assert response.status_code == 302
    group = FocusGroup.objects.get(title="Tweede groep")
    assert (group.library, group.event_id) == (inside.world.library, inside.world.event.pk)
    assert list(group.key_people.all()) == [inside.person]
    assert list(Outcome.objects.filter(focus_group=group).values_list("need", flat=True)) == ["Kaartjes"]


def test_form_names_own_people_and_no_neighbours(inside: Inside, beside: Inside) -> None:
    url = reverse(f"{NAME}:edit", args=[inside.group.pk])
    page = inside.as_role(Role.COMMUNITY_LIBRARIAN).get(url).content.decode()
    assert f"Oevernaam Achter ({inside.person})" in page
    assert "Vest" not in page


@pytest.mark.parametrize("view", ["edit", "delete", "history", "usage"])
def test_group_of_the_neighbour_is_not_there(inside: Inside, beside: Inside, view: str) -> None:
    response = inside.as_role(Role.COMMUNITY_LIBRARIAN).get(reverse(f"{NAME}:{view}", args=[beside.group.pk]))
    assert (response.status_code, b"Vestgroep" in response.content) == (404, False)


def test_list_shows_own_groups(inside: Inside, beside: Inside) -> None:
    page = inside.as_role(Role.COMMUNITY_LIBRARIAN).get(reverse(f"{NAME}:list")).content.decode()
    assert "Oevergroep" in page
    assert "Vest" not in page


def test_event_is_chosen_among_own_events(inside: Inside, beside: Inside) -> None:
    librarian = inside.as_role(Role.COMMUNITY_LIBRARIAN)
    assert "wagtailadmin/js/page-chooser.js" in librarian.get(reverse(f"{NAME}:add")).content.decode()
    answer = librarian.get("/admin/choose-page/", {"page_type": "plein.eventpage"})
    text = answer.content.decode()
    assert answer.json()["parent_page_id"] == inside.world.events.pk
    assert ("Oever avond" in text, "Vest" in text) == (True, False)


def test_event_is_no_translation(inside: Inside) -> None:
    translated = translate(inside.world.event, "pl")
    answer = inside.as_role(Role.COMMUNITY_LIBRARIAN).post(reverse(f"{NAME}:add"), {"event": translated.pk})
    assert "event" in answer.context["form"].errors
    assert list(FocusGroup.objects.values_list("title", flat=True)) == ["Oevergroep"]
