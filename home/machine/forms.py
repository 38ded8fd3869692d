"""The form of a fixed word."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from home.tenancy.forms import LibraryModelForm
from home.tenancy.selectors import territory_of


class GlossaryTermForm(LibraryModelForm):
    """A word without a library is everybody's: only who runs the network makes one."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        is_network = territory_of(self.for_user).is_everything
        if "library" in self.fields and not self.cleaned_data.get("library") and not is_network:
            raise ValidationError({"library": _("Choose the library whose word this is.")})
        return cleaned
