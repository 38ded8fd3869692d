"""Who may do what on the roster: planners for everybody here, others for themselves and their own organisation."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from home.tenant.libraries.choices import Role
from home.tenant.libraries.selectors import has_role, memberships_of
from netwerk.door.intranet.visits import Visit
from netwerk.floor.roster.choices import PLANNER_ROLES
from netwerk.floor.roster.models import Absence, Gap, StandInRequest, Swap
from netwerk.floor.roster.selectors import absences_of, gaps_of
from netwerk.people.colleagues.models import ColleagueCard
from netwerk.people.workers.models import Worker
from netwerk.people.workers.selectors import worker_of, workers_of

R = TypeVar("R")


@dataclass
class Rights:
    """What somebody who visits the intranet may do on the roster. Whatever she may not is not there."""

    visit: Visit
    partner_ids: set[int] = field(default_factory=set)

    @cached_property
    def me(self) -> Worker | None:
        """The worker that she is herself."""
        return worker_of(self.visit.library, self.visit.user)

    @cached_property
    def is_planner(self) -> bool:
        return has_role(self.visit.user, self.visit.library, *PLANNER_ROLES)

    @cached_property
    def sees_only_today(self) -> bool:
        """A volunteer needs to know who is here today, and no more."""
        own = [row for row in memberships_of(self.visit.user) if row.library_id in {self.visit.library.pk, None}]
        return all(row.role == Role.VOLUNTEER for row in own)

    @cached_property
    def _own(self) -> Q:
        own = Q(user=self.visit.user)
        return own | Q(partner__in=self.partner_ids) if self.partner_ids else own

    def may_act_for(self, worker: Worker) -> bool:
        """Whether she may report this worker away; uses what was read."""
        if worker.library_id != self.visit.library.pk:
            return False
        return self.is_planner or worker.user_id == self.visit.user.pk or worker.partner_id in self.partner_ids

    def workers(self) -> QuerySet[Worker]:
        """Everybody for whom she may act."""
        rows = workers_of(self.visit.library)
        return rows if self.is_planner else rows.filter(self._own)

    def worker(self, uuid: UUID) -> Worker:
        """One of them; 404 for anybody else."""
        return _found(self.workers().filter(uuid=uuid).first())

    def absence(self, uuid: UUID) -> Absence:
        """The absence of somebody for whom she may act."""
        return _found(absences_of(self.visit.library).filter(uuid=uuid, worker__in=self.workers()).first())

    def gap(self, uuid: UUID) -> Gap:
        """A gap that somebody for whom she may act leaves."""
        return _found(gaps_of(self.visit.library).filter(uuid=uuid, worker__in=self.workers()).first())

    def may_answer_for(self, request: StandInRequest) -> bool:
        """Whether she may note the answer of a colleague who has no account, and was called."""
        return request.asked.user_id is None and self.may_act_for(request.asked)

    def request(self, uuid: UUID) -> StandInRequest:
        """A request to herself, or to a colleague without an account for whom she may speak."""
        rows = StandInRequest.objects.select_related("gap__worker", "gap__series__offer", "gap__stand_in", "asked")
        found = _found(rows.filter(uuid=uuid, asked__library=self.visit.library).first())
        return _found(found if found.asked == self.me or self.may_answer_for(found) else None)

    def swap(self, uuid: UUID) -> Swap:
        """A swap that was proposed to her or by her."""
        rows = Swap.objects.select_related("giver", "taker", "series__offer", "other_series__offer")
        return _found(rows.filter(Q(taker=self.me) | Q(giver=self.me), uuid=uuid).first() if self.me else None)


def _found(row: R | None) -> R:
    if row is None:
        raise Http404
    return row


def rights_of(visit: Visit) -> Rights:
    """The rights of a visitor. A partner's organisation is that of her card, and of the worker that she is."""
    rights = Rights(visit)
    if has_role(visit.user, visit.library, Role.PARTNER) and not rights.is_planner:
        cards = ColleagueCard.objects.filter(user=visit.user, library=visit.library, partner__isnull=False)
        rights.partner_ids = set(cards.values_list("partner_id", flat=True))
        if rights.me and rights.me.partner_id:
            rights.partner_ids.add(rights.me.partner_id)
    return rights
