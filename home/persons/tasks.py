"""The daily round in which personal data ends."""

from home.persons import services


def run_retention() -> None:
    """End whatever is over; the scheduler calls this once a day."""
    services.run_retention()
