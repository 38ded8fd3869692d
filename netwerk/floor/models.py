"""Index of the models of this floor, a sorted line a feature."""

from netwerk.floor.agreements.models import Agreement  # noqa: F401
from netwerk.floor.news.pages import NewsPage  # noqa: F401
from netwerk.floor.roster.models import Absence, Gap, StandInRequest, Swap, Turn  # noqa: F401
