"""All that a library has which an address could name: one of each, the same for two libraries."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupApprovalTask, Page, UploadedFile, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import Translation

from home.libraries.choices import Role
from home.libraries.services import group_name
from home.pages.pages import ContentPage
from home.users.models import User
from plein.places.choices import Reason
from plein.places.models import Closure
from plein.programme.choices import ChangeKind
from plein.programme.selectors import session_dates
from plein.programme.services import change_session
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


def _ids(mine: Belongings) -> dict[str, list[Any]]:
    """Ids by what they are ids of."""
    world, inside, library = mine.world, mine.inside, mine.world.library
    editor = mine.users[Role.COMMUNICATION]
    day = next(session_dates(world.series, world.series.starts_on, world.series.starts_on))
    change = change_session(series=world.series, original_date=day, kind=ChangeKind.CANCELLED, reason=Reason.ILLNESS)
    closure = Closure.objects.create(plein=world.plein, first_day=day, last_day=day, reason=Reason.HOLIDAY)
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
        "plein.series": [world.series.pk],
        "plein.change": [change.pk],
        "plein.room": [world.room.pk],
        "plein.openinghours": [world.plein.opening_hours.first().pk],
        "plein.closure": [closure.pk],
        "netwerk.keyperson": [inside.person.pk],
        "netwerk.focusgroup": [inside.group.pk],
        "netwerk.trajectory": [inside.trajectory.pk],
        "netwerk.agreement": [inside.agreement.pk],
        "offer": [world.offer.pk],
        "series uuid": [world.series.uuid],
        "agreement uuid": [inside.agreement.uuid],
        "trajectory uuid": [inside.trajectory.uuid],
    }
