"""The templates of the test database: found when nothing changed, and only when they are whole."""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from home.tenant.libraries.models import Library
from tests.template import ROOT, Files, fingerprint, of_filled, of_schema, store


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_name_of_a_template_stays_while_nothing_changes() -> None:
    assert of_schema() == of_schema()
    assert of_filled("schema_1") == of_filled("schema_1")


def test_other_schema_asks_for_other_worlds() -> None:
    assert of_filled("schema_1") != of_filled("schema_2")


def test_changed_line_asks_for_another_template(tmp_path: Path) -> None:
    file = tmp_path / "services.py"
    file.write_text("one")
    before = fingerprint([file], [])
    file.write_text("two")
    assert fingerprint([file], []) != before


def test_facts_do_not_run_into_each_other() -> None:
    assert fingerprint([], ["ab", "c"]) != fingerprint([], ["a", "bc"])


def test_renamed_migration_asks_for_another_template() -> None:
    one, two = ROOT / "home" / "__init__.py", ROOT / "tests" / "factories" / "__init__.py"
    assert fingerprint([one, two], []) != fingerprint([two, one], [])


def test_template_that_was_left_half_made_is_no_template(files: Files) -> None:
    (files.folder / "half-1").write_bytes(b"half")
    assert not files.has("filled_1")
    files.drop_others(set())
    assert list(files.folder.iterdir()) == []


def test_templates_out_of_date_are_dropped(files: Files) -> None:
    for name in ("schema_1", "filled_1", "filled_2"):
        (files.folder / f"{name}.sqlite3").touch()
    files.drop_others({"schema_1", "filled_2"})
    assert sorted(path.name for path in files.folder.iterdir()) == ["filled_2.sqlite3", "schema_1.sqlite3"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="these templates are files")
def test_template_is_whole_once_it_is_there(
    files: Files, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():  # a database cannot be copied from within a transaction
        files.save("filled_1")
    assert [path.name for path in files.folder.iterdir()] == ["filled_1.sqlite3"]
    assert (files.folder / "filled_1.sqlite3").stat().st_size > 1_000_000


def test_two_libraries_stand_in_the_database(db: None) -> None:
    assert sorted(Library.objects.values_list("slug", flat=True)) == ["oever", "vest"]


def test_templates_of_a_server_stand_on_that_server(tmp_path: Path) -> None:
    assert isinstance(store(tmp_path), Files) == (connection.vendor == "sqlite")
