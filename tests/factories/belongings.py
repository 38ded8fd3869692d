"""All that a library has which an address could name: one of each, the same for two libraries."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupApprovalTask, Page, UploadedFile, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import Translation

from home.mail.choices import MailState
from home.mail.choices import Reason as WhyNot
from home.mail.kinds import get as get_mail
from home.mail.models import OutboxMessage
from home.mail.services import queue_mail, save_text
from home.site.pages.pages import ContentPage
from home.site.wording.services import save_word
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.libraries.services import group_name
from home.tenant.users.models import User
from home.words.machine.models import MachineSettings
from home.words.machine.services import save_term
from home.words.volunteers.models import TranslationJob
from home.words.volunteers.services import create_job
from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.models import StandInRequest, Swap
from netwerk.floor.roster.services import report_absence, save_turn
from netwerk.people.workers.services import save_worker
from plein.offer.collection.services import save_tip
from plein.offer.places.choices import Reason
from plein.offer.places.models import Closure
from plein.out.finder.services import save_words
from plein.out.picture.services import save_goal
from plein.programme.calendars.models import CalendarSource
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.services import change_session
from tests.factories.inside import Inside, make_inside
from tests.factories.world import World, make_user, translate

STAFF_ROLES = [role for role in Role if role != Role.NETWORK_ADMINISTRATOR]


@dataclass
class Belongings:
    """What belongs to one library. ``word`` begins every text in it."""

    world: World
    inside: Inside
    users: dict[str, User]
    image: Any
    document: Any
    draft: Page
    translated: Page
    translation: Translation
    workflow: Workflow
    ids: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def word(self) -> str:
        return self.world.library.slug.capitalize()


def make_belongings(world: World) -> Belongings:
    """One of everything for a library, users in each role included."""
    library, word = world.library, world.library.slug.capitalize()
    inside = make_inside(world)
    users = {role: make_user(role, library) for role in STAFF_ROLES}
    editor = users[Role.COMMUNICATION]
    image = get_image_model().objects.create(
        title=f"{word}foto",
        file=get_test_image_file(f"{word}.png"),
        collection=library.collection,
        uploaded_by_user=editor,
    )
    image.tags.add(f"{word}label")
    document = get_document_model().objects.create(
        title=f"{word}papier",
        file=ContentFile(f"{word}inhoud".encode(), f"{word}.txt"),
        collection=library.collection,
        uploaded_by_user=editor,
    )
    draft = world.home.add_child(instance=ContentPage(title=f"{word}klad", slug="klad", live=False))
    draft.save_revision(user=editor)
    world.event.save_revision(user=editor)
    translated = translate(world.event, "pl")
    translation = Translation.objects.get(source__object_id=world.event.translation_key)
    workflow = _workflow(world, word, editor)
    mine = Belongings(world, inside, users, image, document, draft, translated, translation, workflow)
    mine.ids = _ids(mine)
    return mine


def _workflow(world: World, word: str, editor: User) -> Workflow:
    workflow = Workflow.objects.create(name=f"{word}route")
    task = GroupApprovalTask.objects.create(name=f"{word}taak")
    task.groups.set(Group.objects.filter(name=group_name(world.library, Role.COMMUNICATION)))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=world.home)
    workflow.start(world.theme, editor)
    return workflow


def _calendar(world: World) -> CalendarSource:
    """A partner's calendar, at an address that the portal refuses to open: nothing goes over the line."""
    address = f"http://127.0.0.1/{world.library.slug}.ics"
    source = CalendarSource.objects.create(
        library=world.library, plein=world.plein, partner=world.partner, address=address
    )
    source.rules.create(title=f"{world.library.slug.capitalize()}inloop", offer=world.offer)
    return source


def _job(world: World, editor: User) -> TranslationJob:
    """A volunteer who translates."""
    job, _link = create_job(
        library=world.library,
        uuid=uuid4(),
        pages=[world.content],
        language="pl",
        name=f"{world.library.slug.capitalize()}vertaler",
        asked_by=editor,
        origin=f"http://{world.host}",
        days=14,
    )
    return job


def _mail(library: Library, editor: User) -> int:
    """A mail that was given up."""
    found = queue_mail(
        library=library, recipient=editor.email, language="nl", key="staff-invitation", about={"user": editor.pk}
    )
    OutboxMessage.objects.filter(pk=found.pk).update(state=MailState.GIVEN_UP, reason=WhyNot.NO_ADDRESS)
    return found.pk


def _roster(world: World, word: str) -> StandInRequest:
    """Somebody with a turn who is away, and a colleague who is asked."""
    away, asked = (
        save_worker(library=world.library, uuid=uuid4(), name=f"{word}{what}") for what in ("werker", "invaller")
    )
    tomorrow = timezone.localdate() + timedelta(days=1)
    day = next(world.series.rule.days(tomorrow, tomorrow + timedelta(days=13)))
    save_turn(worker=away, series=world.series, first_day=day)
    duty = {"series": world.series, "day": day, "other_series": world.series, "other_day": day + timedelta(weeks=1)}
    Swap.objects.create(giver=away, taker=asked, **duty)
    absence = report_absence(worker=away, duties=[(world.series, day)], reason="other", wish=Wish.ASK, asked=[asked])
    return absence.gaps.get().requests.get()


def _ids(mine: Belongings) -> dict[str, list[Any]]:
    """Ids by what they are ids of."""
    world, inside, library = mine.world, mine.inside, mine.world.library
    editor = mine.users[Role.COMMUNICATION]
    day = next(world.series.rule.days(world.series.starts_on, world.series.starts_on))
    change = change_session(series=world.series, original_date=day, kind=ChangeKind.CANCELLED, reason=Reason.ILLNESS)
    closure = Closure.objects.create(plein=world.plein, first_day=day, last_day=day, reason=Reason.HOLIDAY)
    tip = save_tip(theme=world.theme, title=f"{mine.word}boek", language="nl", kind="book", shelf=f"{mine.word}kast")
    words = save_words(theme=world.theme, language="pl", words=[f"{mine.word}praca"])
    goal = save_goal(library=library, domain="health", label=f"{mine.word}wens", words={"pl": f"{mine.word}zdrowie"})
    hard = save_word(
        library=library,
        language="nl",
        spellings=[f"{mine.word}woord"],
        explained_in="nl",
        explanation=f"{mine.word}uitleg.",
    )
    save_text(
        library=library,
        mail=get_mail("translators-invitation"),
        language="pl",
        subject=f"{mine.word}brief",
        text=f"{mine.word}groet {{link}}",
    )
    question = _roster(world, mine.word)
    job = _job(world, editor)
    state = world.theme.current_workflow_state
    image_type = ContentType.objects.get_for_model(mine.image)
    upload = UploadedFile.objects.create(
        for_content_type=image_type, uploaded_by_user=editor, file=ContentFile(b"x", f"{mine.word}.bin")
    )
    session = EditingSession.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(Page),
        object_id=str(world.event.pk),
        last_seen_at=world.event.latest_revision_created_at,
    )
    redirect = Redirect.objects.create(
        old_path=f"/{mine.word.lower()}-oud", redirect_page=world.event, site=library.site
    )
    segments = mine.translation.source
    return {
        "page": [world.event.pk, mine.draft.pk, world.home.pk, mine.translated.pk, inside.news.pk],
        "image": [mine.image.pk],
        "document": [mine.document.pk],
        "collection": [library.collection.pk],
        "upload": [upload.pk],
        "user": [editor.pk, mine.users[Role.LIBRARY_ADMINISTRATOR].pk],
        "group": list(Group.objects.filter(name__startswith=f"{library.slug}:").values_list("pk", flat=True)[:1]),
        "site": [library.site.pk],
        "library": [library.pk],
        "redirect": [redirect.pk],
        "session": [session.pk],
        "revision": [world.event.latest_revision.pk],
        "workflow": [mine.workflow.pk],
        "task": [mine.workflow.tasks.get().pk],
        "workflow state": [state.pk],
        "task state": [state.current_task_state.pk],
        "translation": [mine.translation.pk],
        "translation source": [segments.pk],
        "string segment": [segments.stringsegment_set.first().pk],
        "overridable segment": list(segments.overridablesegment_set.values_list("pk", flat=True)[:1]) or [1],
        "plein.goal": [goal.pk],
        "home.glossaryterm": [save_term(library=library, word=f"{mine.word}woord").pk],
        "home.machinesettings": [MachineSettings.objects.create(library=library).pk],
        "home.explainedword": [hard.pk],
        "plein.tip": [tip.pk],
        "plein.wordlist": [words.pk],
        "plein.series": [world.series.pk],
        "plein.change": [change.pk],
        "plein.room": [world.room.pk],
        "plein.openinghours": [world.plein.opening_hours.first().pk],
        "plein.calendarsource": [_calendar(world).pk],
        "plein.closure": [closure.pk],
        "netwerk_people.keyperson": [inside.person.pk],
        "netwerk_reach.focusgroup": [inside.group.pk],
        "netwerk_reach.trajectory": [inside.trajectory.pk],
        "netwerk_floor.agreement": [inside.agreement.pk],
        "netwerk_people.worker": [question.gap.worker.pk],
        "netwerk_floor.turn": [question.gap.worker.turns.get().pk],
        "worker uuid": [question.gap.worker.uuid],
        "absence uuid": [question.gap.absence.uuid],
        "gap uuid": [question.gap.uuid],
        "question uuid": [question.uuid],
        "swap uuid": [Swap.objects.get(giver=question.gap.worker).uuid],
        "job uuid": [job.uuid],
        "mail": [_mail(library, editor)],
        "job sentence": [job.pages.get().sentences.first().pk],
        "offer": [world.offer.pk],
        "series uuid": [world.series.uuid],
        "session key": [f"{day:%Y%m%d}T{world.series.start_time:%H%M}"],
        "agreement uuid": [inside.agreement.uuid],
        "trajectory uuid": [inside.trajectory.uuid],
    }
