"""Index of the models of this floor, a sorted line a feature."""

from netwerk.people.colleagues.models import ColleagueCard  # noqa: F401
from netwerk.people.key_people.models import Consent, Contact, KeyPerson, Thanks, Welcoming  # noqa: F401
from netwerk.people.workers.models import Worker, WorkerConsent  # noqa: F401
