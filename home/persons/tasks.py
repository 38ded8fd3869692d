"""The daily round in which personal data ends."""

from home.persons import services


def run_retention() -> int:
    """End whatever is over, and say how many rows; the scheduler calls this once a day."""
    run = services.run_retention()
    return sum(count for of_libraries in run.ended.values() for count in of_libraries.values())
