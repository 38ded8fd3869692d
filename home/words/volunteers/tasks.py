"""The daily round in which personal data of volunteers ends."""

from home.words.volunteers.services import anonymise_over


def anonymise() -> int:
    """Forget the volunteers of jobs that are over, and say of how many; the scheduler calls this once a day."""
    return anonymise_over()
