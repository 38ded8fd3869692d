"""The form of a worker in the admin."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.tenant.gate.forms import LibraryModelForm
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import has_role
from netwerk.people.workers import services
from netwerk.people.workers.models import Worker


class WorkerForm(LibraryModelForm):
    """A worker; what visitors see follows what she agreed to, as soon as it is saved."""

    withdraw = forms.BooleanField(
        label=_("Withdraw the consent"),
        required=False,
        help_text=_("When you save, the name disappears from every public page at once."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.agreed_on:
            del self.fields["withdraw"]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if cleaned and cleaned.get("public_name") and not cleaned.get("agreed_on") and not cleaned.get("withdraw"):
            self.add_error("agreed_on", gettext("Note since when she agrees. Without consent no name is shown."))
        user, library = self.cleaned_data.get("user"), self.cleaned_data.get("library", self.instance.library_id)
        if user and library and not has_role(user, library if isinstance(library, Library) else self.instance.library):
            self.add_error("user", gettext("This account does not work at this library."))
        return cleaned

    @transaction.atomic
    def save(self, commit: bool = True) -> Worker:  # noqa: FBT001, FBT002 - Django's signature
        worker = super().save(commit=commit)
        if commit and self.cleaned_data.get("withdraw"):
            services.withdraw(worker=worker)
        elif commit:
            services.tell_followers(worker=worker)
        return worker
