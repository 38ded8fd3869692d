"""Chainable reads of workers."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet


class WorkerQuerySet(QuerySet):
    """Workers, whose rows hold personal data until they are anonymised."""

    def known(self) -> "WorkerQuerySet":
        """Those who still have a name."""
        return self.filter(anonymised_on=None)

    def working(self, day: date) -> "WorkerQuerySet":
        """Those who work here on a day."""
        return self.known().filter(Q(left_on=None) | Q(left_on__gt=day))

    def over(self, *, before: date, turns: QuerySet, gaps: QuerySet) -> "WorkerQuerySet":
        """Those whose data is no longer needed: gone, or without a turn and never standing in, since before a day."""
        running = turns.filter(worker=OuterRef("pk")).filter(Q(last_day=None) | Q(last_day__gte=before))
        stood_in = gaps.filter(stand_in=OuterRef("pk"), day__gte=before)
        idle = Q(created_at__date__lt=before) & ~Exists(running) & ~Exists(stood_in)
        return self.known().filter(Q(left_on__lt=before) | idle)
