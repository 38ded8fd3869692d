"""Long work: making a draft."""

from functools import partial

from django.db import transaction
from django_tasks import task
from wagtail.models import Page

from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from home.words.machine import services


def begin(*, page: Page, code: str, library: Library, user: User) -> None:
    """Start making a draft of a source page in a language; raises ``MachineError``."""
    with transaction.atomic():
        draft, is_new = services.ask_draft(page=page, code=code, library=library, user=user)
        if is_new:
            transaction.on_commit(partial(make_draft.enqueue, draft.pk))


@task()
def make_draft(draft_id: int) -> None:
    """Task: make one draft; safe to run twice."""
    services.make_draft(draft_id=draft_id)
