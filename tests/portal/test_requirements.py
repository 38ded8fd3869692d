"""What is installed is used: each requirement of the running portal, and each app in the settings."""

import ast
import re
from importlib.metadata import packages_distributions

import pytest
from django.conf import settings

from portal.house import AREAS
from tests.test_architecture import ROOT, fail_with, tree_of, written_by_us

# Used by name only: a database driver, the engine that another package looks for, a back end named in a variable.
BY_NAME = {"psycopg": "the driver of PostgreSQL, which Django imports"}


def requirements() -> list[str]:
    lines = (ROOT / "requirements" / "runtime.in").read_text().splitlines()
    return [re.split(r"[\[=<>]", line)[0].lower() for line in lines if line and line[0] not in "#-"]


def modules_of(requirement: str) -> set[str]:
    """The top-level modules that a distribution brings along."""
    plain = requirement.replace("_", "-")
    return {
        module
        for module, owners in packages_distributions().items()
        if plain in {one.lower().replace("_", "-") for one in owners}
    }


def named() -> set[str]:
    """Every top-level module that our code imports, or names in a dotted string or a command."""
    found: set[str] = set()
    for path in written_by_us(*AREAS):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                found |= {one.name.split(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value.split(".")[0])
    return found


def unused(wanted: list[str], used: set[str]) -> list[str]:
    return [one for one in wanted if one not in BY_NAME and not modules_of(one) & used]


def test_each_requirement_is_used():
    faults = unused(requirements(), named())
    fail_with([f"{one} stands in requirements/runtime.in, and nothing imports or names it: drop it." for one in faults])


def test_a_requirement_that_nobody_uses_is_seen():
    assert unused(["pytest-xdist", "babel"], {"babel"}) == ["pytest-xdist"]


@pytest.mark.parametrize("name", BY_NAME)
def test_what_is_used_by_name_only_is_still_asked_for(name):
    assert name in requirements()


def test_each_installed_app_belongs_to_a_requirement_or_to_us():
    wanted = {module for one in requirements() for module in modules_of(one)} | {
        *AREAS,
        "modelcluster",
        "taggit",
        "django_filters",
    }
    faults = [app for app in settings.INSTALLED_APPS if app.split(".")[0] not in wanted]
    fail_with([f"{app} is installed as an app, and no requirement brings it." for app in faults])
