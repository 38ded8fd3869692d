"""The form of a trajectory in the admin."""

from home.tenant.gate.forms import LibraryModelForm
from netwerk.people.key_people.forms import KeyPeopleFormMixin


class TrajectoryForm(KeyPeopleFormMixin, LibraryModelForm):
    """A trajectory, with key people by name."""
