"""The daily round in which personal data of volunteers ends."""

from home.words.volunteers.services import anonymise_over


def anonymise() -> None:
    """Forget the volunteers of jobs that are over; the scheduler calls this once a day."""
    anonymise_over()
