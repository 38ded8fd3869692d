"""Chainable reads of jobs."""

from datetime import datetime

from django.db.models import Q, QuerySet


class JobQuerySet(QuerySet):
    """Translation jobs, whose rows hold personal data until they are anonymised."""

    def over(self, *, before: datetime) -> "JobQuerySet":
        """Jobs closed, or whose link was valid, before this moment, and still with a name."""
        ended = Q(closed_at__lt=before) | Q(closed_at=None, expires_at__lt=before)
        return self.filter(ended, anonymised_on=None)
