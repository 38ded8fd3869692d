"""Chainable reads of trajectories."""

from django.db.models import Case, IntegerField, QuerySet, When

from netwerk.trajectories.choices import Status


class TrajectoryQuerySet(QuerySet):
    """Trajectories of whatever library; callers narrow it to one."""

    def stuck_first(self) -> "TrajectoryQuerySet":
        """What needs somebody on top, what is done at the end."""
        order = {Status.STUCK: 0, Status.RUNNING: 1, Status.DONE: 2}
        whens = [When(status=status, then=position) for status, position in order.items()]
        return self.order_by(Case(*whens, default=1, output_field=IntegerField()), "stuck_since", "title")

    def with_rows(self) -> "TrajectoryQuerySet":
        """With everything that the timeline shows: three queries."""
        return self.select_related("owner", "deputy", "event").prefetch_related("steps__owner", "results")
