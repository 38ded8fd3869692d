"""Tests with real threads and real commits, which mean something on PostgreSQL only: SQLite has one writer at a time."""

from typing import Any

import pytest
from django.db import connection


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Skip these tests elsewhere, with the reason in the report."""
    if connection.vendor != "postgresql":
        reason = pytest.mark.skip(reason="a race needs PostgreSQL: set DATABASE_URL")
        for item in items:
            if "/tests/race/" in str(item.path):
                item.add_marker(reason)
