"""The daily round in which personal data ends."""

from django.utils.translation import gettext as _

from netwerk.people.key_people.services import anonymise_over


def anonymise() -> str:
    """Make anonymous what is over, and say what went; the scheduler calls this once a day."""
    people, public_rows = anonymise_over()
    return _("%(people)d people, %(rows)d public names") % {"people": people, "rows": public_rows}
