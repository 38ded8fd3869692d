"""The outbox as a library's administrator sees it: what becomes of mails, and nothing of what stands in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.mail import kinds
from home.mail.addresses import masked
from home.mail.choices import ADVICE, MailState, Reason
from home.mail.models import OutboxMessage

# Icon and shade of each state, and what it means.
LOOKS: Mapping[MailState, tuple[str, str, Any]] = {
    MailState.WAITING: ("time", "", gettext_lazy("Goes within a few minutes, or is tried again by itself.")),
    MailState.SENDING: ("upload", "", gettext_lazy("A program is busy with it at this moment.")),
    MailState.SENT: ("check", "good", gettext_lazy("The mail server took it.")),
    MailState.MAYBE_SENT: (
        "help",
        "doubt",
        gettext_lazy("Nobody knows whether it went. It is not sent again by itself, because it may not come twice."),
    ),
    MailState.GIVEN_UP: ("warning", "bad", gettext_lazy("It is not tried any more, or was no longer needed.")),
}


@dataclass(frozen=True, slots=True)
class StateCard:
    """How many mails are in a state."""

    label: str
    number: int
    icon: str
    shade: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MailCard:
    """One mail that did not go. ``recipient`` is masked."""

    pk: int
    label: str
    recipient: str
    made_at: datetime
    state: str
    reason: str
    advice: str
    detail: str
    failures: int
    due_at: datetime
    may_come_twice: bool


def state_cards(counts: Mapping[MailState, int]) -> list[StateCard]:
    """The counts, in the order in which a mail goes through the states."""
    return [
        StateCard(str(state.label).capitalize(), number, LOOKS[state][0], LOOKS[state][1], str(LOOKS[state][2]))
        for state, number in counts.items()
    ]


def mail_cards(rows: Iterable[OutboxMessage]) -> list[MailCard]:
    """Mails that did not go, each with why and what to do."""
    labels = {mail.key: str(mail.label) for mail in kinds.all_mails()}
    return [
        MailCard(
            pk=row.pk,
            label=labels.get(row.key) or _("A mail that the portal no longer sends"),
            recipient=masked(row.recipient),
            made_at=row.created_at,
            state=row.get_state_display(),
            reason=row.get_reason_display(),
            advice=str(ADVICE[Reason(row.reason)]) if row.reason else "",
            detail=row.detail,
            failures=row.failures,
            due_at=row.due_at,
            may_come_twice=row.state == MailState.MAYBE_SENT,
        )
        for row in rows
    ]
