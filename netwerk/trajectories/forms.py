"""The form of a trajectory in the admin."""

from home.tenancy.forms import LibraryModelForm
from netwerk.key_people.forms import KeyPeopleFormMixin


class TrajectoryForm(KeyPeopleFormMixin, LibraryModelForm):
    """A trajectory, with key people by name."""
