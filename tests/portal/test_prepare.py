"""What `make start` does between building and serving, and does not do twice."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import DjangoAssertNumQueries, Settings

from home.site.search.models import SearchText
from home.tenant.libraries.models import Library
from portal.management.commands import prepare
from tests.factories.world import World


@pytest.fixture
def command() -> prepare.Command:
    return prepare.Command(stdout=io.StringIO())


@pytest.fixture
def sources(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    folder = tmp_path / "sources"
    folder.mkdir()
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    finders.get_finder.cache_clear()
    yield folder
    finders.get_finder.cache_clear()


def test_static_files_are_collected_again_only_when_one_changed(
    command: prepare.Command, sources: Path, tmp_path: Path
) -> None:
    collected = tmp_path / "static" / "a.css"
    (sources / "a.css").write_text("a {}")
    command.collect_static_files()
    assert collected.read_text() == "a {}"
    collected.write_text("not touched")
    command.collect_static_files()
    assert collected.read_text() == "not touched"
    (sources / "a.css").write_text("a { color: red }")
    command.collect_static_files()
    assert collected.read_text() == "a { color: red }"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Settings) -> list[bool]:
    """Each call of `load_demo`, which fails as long as the list says so; the real one takes minutes."""
    settings.VAR_DIR = tmp_path
    outcomes: list[bool] = []

    def call(name: str, **_options: Any) -> None:
        outcomes.append(name == "load_demo")
        if len(outcomes) == 1:
            message = "interrupted"
            raise CommandError(message)

    monkeypatch.setattr(prepare, "call_command", call)
    return outcomes


def test_a_demo_that_was_interrupted_is_taken_up_again_and_then_left_alone(
    command: prepare.Command, loads: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library.objects, "exists", lambda: False)
    with pytest.raises(CommandError, match="interrupted"):
        command.load_demo()
    monkeypatch.setattr(Library.objects, "exists", lambda: True)
    command.load_demo()
    command.load_demo()
    assert loads == [True, True]


@pytest.mark.django_db
def test_what_an_older_portal_published_is_found_after_an_update(
    command: prepare.Command, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    before = dict(SearchText.objects.values_list("pk", "words"))
    SearchText.objects.filter(pk=world.offer.pk).delete()
    SearchText.objects.exclude(pk=world.event.pk).update(words={}, edition="older")
    command.index_pages()
    assert dict(SearchText.objects.values_list("pk", "words")) == before
    with django_assert_num_queries(1):
        command.index_pages()


@pytest.mark.django_db
@pytest.mark.parametrize("app", ["home", "netwerk"])
def test_data_of_an_earlier_portal_is_refused_in_one_sentence(app: str, settings: Settings) -> None:
    MigrationRecorder(connection).record_applied(app, "0004_of_before")
    with pytest.raises(CommandError, match="move that folder away") as refused:
        prepare.refuse_data_of_before()
    assert str(settings.VAR_DIR) in str(refused.value)


@pytest.mark.django_db
def test_data_of_this_portal_is_taken() -> None:
    MigrationRecorder(connection).record_applied("somebody_elses", "0004_of_before")
    prepare.refuse_data_of_before()
