"""What a model with personal data says about itself."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Why personal data is kept, on which lawful ground, and how long after it was last needed."""

    purpose: Any
    ground: Any
    retention: timedelta
