"""Whatever writes a row in the admin calls the service that writes it, and says what that has against it."""

from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.actions import action_registry
from wagtail.snippets.models import get_snippet_models

from home.tenant.gate.admin.actions import CreateByService, DeleteByService, EditByService, delete_row
from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.libraries.choices import Role
from netwerk.floor.agreements.models import Agreement
from plein.offer.collection.models import Tip
from plein.offer.collection.services import save_tip
from plein.offer.places.models import Closure
from plein.offer.places.services import close_plein
from plein.programme.timetable.models import Series
from tests.factories.inside import signed_in
from tests.factories.world import World, a_day, make_user

pytestmark = pytest.mark.django_db

OURS = [model for model in get_snippet_models() if isinstance(model.snippet_viewset, LibrarySnippetViewSet)]


@pytest.fixture
def editor(world: World) -> Client:
    return signed_in(world, make_user(Role.COMMUNICATION, world.library))


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_row_of_ours_is_written_by_a_service(model: type[Model]) -> None:
    actions = action_registry.get_actions_for_model(model)
    assert [issubclass(actions[name], kind) for name, kind in KINDS] == [True] * len(KINDS)
    modules = {actions[name].service.__module__ for name in ("create", "edit")}
    assert {module.rpartition(".")[2] for module in modules} == {"services"}
    assert actions["delete"].service is delete_row or actions["delete"].service.__module__.endswith(".services")


KINDS = (("create", CreateByService), ("edit", EditByService), ("delete", DeleteByService))


def test_there_are_rows_of_ours() -> None:
    assert Tip in OURS
    assert Agreement in OURS


def close(world: World, number: int) -> Closure:
    return close_plein(plein=world.plein, first_day=a_day(number), last_day=a_day(number), reason="other")


def revision(world: World) -> int:
    return Series.objects.get(pk=world.series.pk).revision


def test_rows_that_were_ticked_are_deleted_by_their_service(editor: Client, world: World, neighbour: World) -> None:
    gone, stays = [close(world, number) for number in (1, 2)], close(neighbour, 1)
    before = revision(world)
    ticked = "&".join(f"id={row.pk}" for row in gone)
    assert editor.post(f"/admin/bulk/plein/closure/delete/?{ticked}").status_code == 302
    assert (list(Closure.objects.all()), revision(world)) == ([stays], before + 2)


def test_form_writes_the_row_that_was_opened_and_no_other(editor: Client, world: World) -> None:
    """The service finds a row by its title when nobody says which; a form says which, and takes no other's title."""
    first, second = (save_tip(theme=world.theme, title=title, language="nl", shelf="Kast") for title in ("Een", "Twee"))
    address = reverse("wagtailsnippets_plein_tip:edit", args=[second.pk])
    editor.post(address, {**_values(second), "title": "Een", "shelf": "Plank"})
    rows = Tip.objects.order_by("pk").values_list("pk", "title", "shelf")
    assert list(rows) == [(first.pk, "Een", "Kast"), (second.pk, "Twee", "Kast")]
    editor.post(address, {**_values(second), "title": "Drie"})
    assert list(Tip.objects.order_by("pk").values_list("pk", "title")) == [(first.pk, "Een"), (second.pk, "Drie")]


def _values(tip: Tip) -> dict[str, Any]:
    names = ("kind", "level", "title", "maker", "language", "shelf", "url", "position")
    return {"theme": tip.theme_id} | {name: getattr(tip, name) for name in names}


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Callable[[ValidationError], None]:
    """Let the service that writes tips refuse everything, once it has written."""

    def refuse_with(error: ValidationError) -> None:
        def refuse(*, row: Tip, **values: Any) -> NoReturn:
            save_tip(row=row, **values)
            raise error

        action_registry.get_actions_for_model(Tip)  # fills the registry
        action = type("Refusing", (CreateByService,), {"service": staticmethod(refuse)})
        monkeypatch.setitem(action_registry.actions[Tip], "create", action)

    return refuse_with


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (ValidationError({"title": "Deze titel niet."}), "title"),
        (ValidationError({"people": "Deze titel niet."}), "__all__"),
        (ValidationError("Deze titel niet."), "__all__"),
    ],
    ids=["a-field", "a-field-that-is-not-shown", "the-whole"],
)
def test_what_a_service_refuses_is_said_in_the_form_and_nothing_typed_is_lost(
    error: ValidationError, place: str, editor: Client, world: World, refusing: Callable[[ValidationError], None]
) -> None:
    refusing(error)
    typed = _values(Tip(theme=world.theme, title="Mijn titel", language="nl", shelf="Kast"))
    answer = editor.post(reverse("wagtailsnippets_plein_tip:add"), typed)
    assert (answer.status_code, Tip.objects.count()) == (200, 0)
    assert answer.context["form"].errors == {place: ["Deze titel niet."]}
    assert 'value="Mijn titel"' in answer.content.decode()
