"""Outages of minutes: too long for the suite. `make kills` runs them."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave them out unless they are asked for."""
    if not os.environ.get("KILLS"):
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="They take minutes: make kills"))
