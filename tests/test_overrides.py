"""The list of overrides is whole, and the packages still have what we stand in front of."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import allauth
import pytest
from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django_tasks_db.management.commands import db_worker
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Site
from wagtail_localize.models import TranslationSource

from home.tenant.gate.urls import urlpatterns as before_wagtail
from home.words.translation.urls import before_the_package
from tests.test_architecture import ROOT, fail_with

LIST = (ROOT / "docs" / "overrides.md").read_text()
TEMPLATES = ROOT / "templates"
# Our own; the other folders bear the name of a package.
OWN = {"home", "plein", "netwerk", "components", "base.html"}
OTHER_ROUTES = {"login/", "accounts/email/"}


def rows() -> list[list[str]]:
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in LIST.splitlines() if line[:1] == "|"]
    return [row for row in found if row[0] != "what" and not row[0].startswith("---")]


def plain(route: str) -> str:
    """An address without the names of its parts."""
    return re.sub(r"<[^>]+>", "<>", route.removeprefix("^").removesuffix("$"))


def addresses(patterns: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for one in patterns:
        route = before + plain(str(one.pattern))
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, route)
        elif isinstance(one, URLPattern):
            yield route, one.callback


def shadowing() -> set[str]:
    groups = (("admin/", before_wagtail), ("admin/localize/", before_the_package))
    return {before + plain(str(one.pattern)) for before, group in groups for one in group}


def overriding() -> list[str]:
    files = [path.relative_to(TEMPLATES) for path in TEMPLATES.rglob("*.*") if path.is_file()]
    return sorted(path.as_posix() for path in files if path.parts[0] not in OWN)


def test_each_row_names_files_and_a_test_that_exist() -> None:
    faults = []
    for what, where, *_reasons, watch in rows():
        faults += [
            f"{name} does not exist: {what}." for name in re.findall(r"`([^`]+)`", where) if not (ROOT / name).exists()
        ]
        path, _colons, name = watch.strip("`").partition("::")
        tree = ast.parse((ROOT / path).read_text()) if (ROOT / path).is_file() else ast.parse("")
        if name not in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}:
            faults.append(f"{watch} is no test: {what}.")
    assert len(rows()) > 20
    fail_with(faults)


def test_each_overriding_template_is_in_the_list() -> None:
    listed = {name.removeprefix("templates/") for name in re.findall(r"`(templates/[^`]+)`", LIST)}
    fail_with(
        [
            f"templates/{name} takes the place of a package's own: add it to docs/overrides.md."
            for name in overriding()
            if name not in listed and f"{Path(name).parent.as_posix()}/" not in listed
        ]
    )


def test_each_shadowing_address_is_in_the_list() -> None:
    listed = {name for row in rows() for name in re.findall(r"`([^`]+)`", row[0])}
    fail_with(
        [
            f"{route} stands before a package's own address: add it to docs/overrides.md."
            for route in sorted(shadowing() | OTHER_ROUTES)
            if route not in listed
        ]
    )


def test_what_we_stand_before_is_still_there() -> None:
    views: dict[str, set[Any]] = defaultdict(set)
    for route, view in addresses(get_resolver().url_patterns):
        views[route].add(view)
    # Wagtail's own of `login/` is not mounted: only its name counts.
    alone = [route for route in (shadowing() | OTHER_ROUTES) - {"login/"} if len(views[route]) < 2]
    # This one stands before a whole branch.
    alone = [route for route in alone if not (route == "admin/password_reset/" and views[route])]
    assert sorted(alone) == []


def theirs(name: str) -> str:
    """The source of a package's template; empty when there is none."""
    folders = (Path(app.path) / "templates" for app in apps.get_app_configs())
    more = [Path(allauth.__file__).parent / "templates"]
    return next((file.read_text() for one in (*folders, *more) if (file := one / name).is_file()), "")


def test_templates_of_ours_stand_before_one_of_a_package() -> None:
    assert [name for name in overriding() if not theirs(name)] == []


@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("wagtail_localize/admin/edit_translation.html", {"extra_css", "content", "extra_js"}),
        ("wagtailcore/shared/block_preview.html", {"css"}),
    ],
)
def test_blocks_that_we_fill_are_still_there(name: str, blocks: set[str]) -> None:
    assert set(re.findall(r"{% block (\w+)", (TEMPLATES / name).read_text())) == blocks
    there: set[str] = set()
    parent = name
    while parent:
        source = theirs(parent)
        there |= set(re.findall(r"{%-? *block (\w+)", source))
        parent = next(iter(re.findall(r"{%-? *extends [\"']([^\"']+)", source)), "")
    assert sorted(blocks - there) == []


def test_private_names_that_we_use_are_still_there() -> None:
    assert callable(TranslationSource._get_segments_for_translation)
    assert callable(db_worker.Command.configure_logging)
    assert callable(post_save_signal_handler)
    assert "_wagtail_site" in Site.find_for_request.__code__.co_consts + Site.find_for_request.__code__.co_names


def test_what_is_switched_off_stays_off() -> None:
    assert (settings.WAGTAIL_ENABLE_UPDATE_CHECK, settings.WAGTAIL_GRAVATAR_PROVIDER_URL) == (False, None)
    assert (settings.WAGTAILEMBEDS_FINDERS, settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE) == ([], False)
