"""The daily round in which personal data ends."""

from netwerk.people.key_people.services import anonymise_over


def anonymise() -> None:
    """Make anonymous what is over; the scheduler calls this once a day."""
    anonymise_over()
