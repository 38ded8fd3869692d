"""Index of the models of this area, a sorted line a feature."""

from netwerk.door.intranet.models import Agreement, ColleagueCard  # noqa: F401
from netwerk.door.intranet.pages import IntranetRootPage, NewsPage  # noqa: F401
from netwerk.floor.roster.models import Absence, Gap, StandInRequest, Swap, Turn, Worker, WorkerConsent  # noqa: F401
from netwerk.people.key_people.models import Consent, Contact, KeyPerson, Thanks, Welcoming  # noqa: F401
from netwerk.reach.focus_groups.models import FocusGroup, Outcome  # noqa: F401
from netwerk.reach.trajectories.models import Result, Step, Trajectory  # noqa: F401
