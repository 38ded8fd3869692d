"""The form of a focus group in the admin."""

from home.tenant.gate.forms import LibraryModelForm
from netwerk.people.key_people.forms import KeyPeopleFormMixin


class FocusGroupForm(KeyPeopleFormMixin, LibraryModelForm):
    """A focus group, with key people by name."""
