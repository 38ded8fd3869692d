"""A watch on what belongs to another library: is it shown, is it changed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, TestCase

from tests.factories.belongings import Belongings

WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
# Tables that any request may write: they hold nothing of a library.
OWN_TABLES = {"django_session", "django_content_type", "wagtailusers_userprofile", "wagtailadmin_editingsession"}


def rows_with(word: str, ids: set[int]) -> dict[tuple[str, Any], tuple[Any, ...]]:
    """Every row of the database that belongs to the library of this word: it says so, or it points to one that does."""
    rows: dict[tuple[str, Any], tuple[Any, ...]] = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table in OWN_TABLES or not model._meta.managed:
            continue
        columns = [column.attname for column in model._meta.concrete_fields]
        for values in model._base_manager.order_by("pk").values_list("pk", *columns):
            text = repr(values)
            if word in text or word.lower() in text or ids & {one for one in values if isinstance(one, int)}:
                rows[model._meta.label, values[0]] = values
    return rows


class Watch:
    """Makes requests as one person, undoes each, and notes what leaked or was written at the neighbour's."""

    def __init__(self, client: Client, theirs: Belongings) -> None:
        self.client = client
        # A form that is posted half is an error of its own; here it counts what the answer shows.
        client.raise_request_exception = False
        self.word = theirs.word
        self.pattern = re.compile(rf"\b{self.word}|\b{self.word.lower()}\b|-{self.word.lower()}\b")
        self.ids = {theirs.world.library.pk}
        self.before = rows_with(self.word, set())
        self.cookies = client.cookies.copy()
        self.faults: list[str] = []
        self.answers: dict[int, int] = {}

    @contextmanager
    def _undone(self) -> Iterator[list[str]]:
        tables: list[str] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            found = WRITE.match(sql)
            if found and found[1] not in OWN_TABLES:
                tables.append(found[1])
            return execute(sql, params, many, context)

        with transaction.atomic():
            with connection.execute_wrapper(note):
                yield tables
            transaction.set_rollback(True)
        self.client.cookies = self.cookies.copy()

    def ask(self, path: str, query: dict[str, Any] | None = None, data: dict[str, Any] | None = None) -> HttpResponse:
        """GET, or POST when there is data; what is of the neighbour in the answer, or changed, is a fault."""
        label = f"{'GET' if data is None else 'POST'} {path} {query or ''}"
        with self._undone() as tables:
            with TestCase.captureOnCommitCallbacks(execute=True):
                if data is None:
                    response = self.client.get(path, query or {})
                else:
                    response = self.client.post(path, data, query_params=query or {})
            if tables and rows_with(self.word, set()) != self.before:
                self.faults.append(f"{label} changed {sorted(set(tables))}")
        self.answers[response.status_code] = self.answers.get(response.status_code, 0) + 1
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = f"{body.decode(errors='replace')} {response.headers}"
        found = self.pattern.search(text)
        if found:
            self.faults.append(
                f"{label} ({response.status_code}) shows …{text[max(0, found.start() - 60) : found.end() + 40]!r}"
            )
        return response
