"""Wagtail's create, edit and delete of a row, which here call the service that writes it.

Whatever writes by these actions (a form, a list of ticked rows, the API) takes the same way as the demo and the tests.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeAlias

from django.db import transaction
from django.db.models import Model
from wagtail import hooks
from wagtail.actions import action_registry
from wagtail.actions.base import BaseAction
from wagtail.actions.create import CreateAction
from wagtail.actions.delete import DeleteAction
from wagtail.actions.edit import EditAction
from wagtail.actions.registry import ActionRegistry
from wagtail.log_actions import log
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

# Takes ``row``, as a form filled it in or as it was, and each of its values by name; answers with the row.
Save: TypeAlias = Callable[..., Model]
# Takes ``row``.
Delete: TypeAlias = Callable[..., object]


def delete_row(*, row: Model) -> None:
    """Delete a row on which nothing rests."""
    row.delete()


class SavingMixin:
    """Saves by the service. The row carries its staged children, as a form of a cluster leaves them."""

    service: ClassVar[Save]

    def _save_instance(self) -> None:
        if self.form is None:
            self.instance = type(self).service(row=self.instance, **_own_values(self.instance))
            return
        row = self.form.save(commit=False)
        self.instance = self.form.instance = type(self).service(row=row, **self.form.values())


def _own_values(row: Model) -> dict[str, Any]:
    fields = row._meta.concrete_fields  # noqa: SLF001 - Django documents it
    return {field.name: getattr(row, field.name) for field in fields if field.editable and not field.primary_key}


class CreateByService(SavingMixin, CreateAction):
    """A new row."""


class EditByService(SavingMixin, EditAction):
    """A row that was there."""


class DeleteByService(DeleteAction):
    """A row that goes, with what rests on it."""

    service: ClassVar[Delete]

    def _delete(self) -> None:
        with transaction.atomic():
            if self.log_action:
                log(instance=self.instance, action=self.log_action, user=self.user, deleted=True)
            type(self).service(row=self.instance)


def write_by(model: type[Model], save: Save, delete: Delete) -> None:
    """Let every create, edit and delete of a model in the admin call these services."""
    bases: Iterable[tuple[type[BaseAction], Callable[..., Any]]] = (
        (CreateByService, save),
        (EditByService, save),
        (DeleteByService, delete),
    )
    classes = [type(base.__name__, (base,), {"service": staticmethod(service)}) for base, service in bases]

    def register(registry: ActionRegistry) -> None:
        for one in classes:
            registry.register(model, one)

    hooks.register("register_actions", register)


class DeleteTickedRows(DeleteBulkAction):
    """The rows that were ticked in a list, each by the action that deletes one."""

    @classmethod
    def execute_action(cls, objects: Iterable[Model], user: Any = None, **_kwargs: Any) -> tuple[int, int]:
        rows = list(objects)
        with transaction.atomic():
            for row in rows:
                action = action_registry.get_action_class(type(row), "delete")
                action(row, user=user).execute(skip_permission_checks=True)
        return len(rows), 0
