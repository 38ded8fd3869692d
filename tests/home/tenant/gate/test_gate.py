"""The gate of the admin, the choosers, the lists and the forms: what is own is there, what is the neighbour's is not."""

import json
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.tenant.libraries.choices import Role
from plein.offer.places.models import Room
from plein.programme.events.pages import EventPage
from plein.programme.timetable.models import Change
from tests.factories.belongings import Belongings
from tests.factories.inside import signed_in
from tests.factories.world import make_user

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files of pictures open when it makes renditions of them.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture
def editor(ours: Belongings) -> Client:
    return signed_in(ours.world, ours.users[Role.COMMUNICATION])


def event_form(event: EventPage, **other: Any) -> dict[str, Any]:
    """The form of an event page as the editor sends it."""
    return nested_form_data(
        {
            "title": event.title,
            "slug": event.slug,
            "search_description": "In een zin.",
            "date": event.date.isoformat(),
            "start_time": "19:00",
            "end_time": "21:00",
            "plein": event.plein_id or "",
            "room": event.room_id or "",
            "place": "",
            "entry": event.entry,
            "children": event.children,
            "food": event.food,
            "cost": event.cost,
            "languages": ["pl"],
            "theme": event.theme_id or "",
            "scene": "",
            "status": "planned",
            "reason": "",
            "programme": streamfield([]),
            "body": streamfield([]),
            "getting_there": json.dumps({"blocks": [], "entityMap": {}}),
            "picture": "",
            "seo_title": "",
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
        }
        | other
    )


def test_editor_saves_an_own_page(editor: Client, ours: Belongings) -> None:
    event = ours.world.event
    answer = editor.post(f"/admin/pages/{event.pk}/edit/", event_form(event, title="Nieuwe titel"))
    saved = Page.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert (answer.status_code, saved.title) == (302, "Nieuwe titel")


@pytest.mark.parametrize("name", ["plein", "room", "theme", "picture"])
def test_page_takes_nothing_of_another_library(name: str, editor: Client, ours: Belongings, theirs: Belongings) -> None:
    foreign = {
        "plein": theirs.world.plein,
        "room": theirs.world.room,
        "theme": theirs.world.theme,
        "picture": theirs.image,
    }
    event = ours.world.event
    answer = editor.post(f"/admin/pages/{event.pk}/edit/", event_form(event, **{name: foreign[name].pk}))
    assert (answer.status_code, theirs.word in answer.content.decode()) == (404, False)


@pytest.mark.parametrize("is_complete", [True, False], ids=["complete", "with an error elsewhere"])
def test_page_text_takes_no_picture_of_another_library(
    is_complete: bool, editor: Client, ours: Belongings, theirs: Belongings
) -> None:
    event = ours.world.event
    blocks = [("picture", {"image": theirs.image.pk, "alt": "x", "caption": ""})]
    if not is_complete:
        blocks.append(("heading", {"text": "", "level": "h2"}))
    answer = editor.post(f"/admin/pages/{event.pk}/edit/", event_form(event, body=streamfield(blocks)))
    assert (answer.status_code, theirs.word in answer.content.decode()) == (404, False)


def test_page_text_links_to_no_page_of_another_library(editor: Client, ours: Belongings, theirs: Belongings) -> None:
    text = {
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": theirs.draft.pk}}},
        "blocks": [
            {
                "key": "a",
                "text": "hier",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
            }
        ],
    }
    event = ours.world.event
    answer = editor.post(f"/admin/pages/{event.pk}/edit/", event_form(event, getting_there=json.dumps(text)))
    assert (answer.status_code, theirs.word in answer.content.decode()) == (404, False)


def test_page_does_not_move_to_another_library(editor: Client, ours: Belongings, theirs: Belongings) -> None:
    page, target = ours.world.content, theirs.world.home
    addresses = [f"/admin/pages/{page.pk}/move/{target.pk}/confirm/", f"/admin/pages/{page.pk}/move/"]
    answers = [editor.post(path, {"new_parent_page": target.pk}).status_code for path in addresses]
    copied = editor.post(
        f"/admin/pages/{page.pk}/copy/", {"new_title": "x", "new_slug": "x", "new_parent_page": target.pk}
    )
    assert ([*answers, copied.status_code], Page.objects.get(pk=page.pk).get_parent().pk) == (
        [404] * 3,
        ours.world.home.pk,
    )


@pytest.mark.parametrize(
    "path",
    [
        "/admin/pages/",
        "/admin/pages/search/?q=thuis",
        "/admin/choose-page/",
        "/admin/choose-page/search/?q=thuis",
        "/admin/images/",
        "/admin/images/chooser/",
        "/admin/documents/",
        "/admin/documents/chooser/",
        "/admin/images/chooser/results/?q={word}",
        "/admin/tag-autocomplete/?term={word}",
        "/admin/api/main/pages/?child_of=1&for_explorer=1",
        "/admin/snippets/plein/room/",
        "/admin/snippets/plein/series/",
        "/admin/snippets/choose/plein/room/",
        "/admin/snippets/plein/room/?q=kamer",
    ],
)
def test_list_shows_own_things_only(path: str, editor: Client, ours: Belongings, theirs: Belongings) -> None:
    text = editor.get(path.format(word=ours.word)).content.decode()
    assert (ours.word in text, theirs.word in text) == (True, False)
    foreign = editor.get(path.format(word=theirs.word)).content.decode()
    assert [name for name in ("label", "foto", "papier", "klad") if f"{theirs.word}{name}" in foreign] == []


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("image", "/admin/images/chooser/chosen/{}/"),
        ("document", "/admin/documents/chooser/chosen/{}/"),
        ("image", "/admin/images/chooser/{}/select_format/"),
        ("image", "/admin/images/chooser/chosen-multiple/?id={}"),
        ("document", "/admin/documents/chooser/chosen-multiple/?id={}"),
        ("page", "/admin/choose-page/chosen-multiple/?id={}"),
        ("page", "/admin/choose-page/{}/"),
        ("plein.room", "/admin/snippets/choose/plein/room/chosen/{}/"),
    ],
)
def test_chooser_takes_own_things_only(
    kind: str, path: str, editor: Client, ours: Belongings, theirs: Belongings
) -> None:
    answers = [editor.get(path.format(one.ids[kind][0])).status_code for one in (ours, theirs)]
    assert answers == [200, 404]


def test_document_is_served_at_its_own_address(ours: Belongings, theirs: Belongings) -> None:
    visitor = ours.world.client()
    served = visitor.get(ours.document.url)
    assert b"".join(served.streaming_content) == b"Oeverinhoud"
    assert visitor.get(theirs.document.url).status_code == 404
    served.close()


def test_bulk_action_on_all_leaves_the_neighbour_alone(editor: Client, ours: Belongings, theirs: Belongings) -> None:
    answer = editor.post("/admin/bulk/plein/room/delete/?id=all")
    left = set(Room.objects.values_list("pk", flat=True))
    assert (answer.status_code, ours.world.room.pk in left, theirs.world.room.pk in left) == (302, False, True)


def test_change_of_an_own_session_is_made_in_the_admin(editor: Client, ours: Belongings) -> None:
    series, revision = ours.world.series, ours.world.series.revision
    day = series.starts_on.replace() if not series.changes.exists() else series.changes.get().original_date
    path = "/admin/snippets/plein/change/add/"
    wrong = editor.post(
        path, {"series": series.pk, "original_date": "2001-01-01", "kind": "cancelled", "reason": "full"}
    )
    Change.objects.all().delete()
    right = editor.post(path, {"series": series.pk, "original_date": day, "kind": "cancelled", "reason": "full"})
    series.refresh_from_db()
    assert (wrong.status_code, right.status_code) == (200, 302)
    assert (Change.objects.get().series_id, series.revision > revision) == (series.pk, True)


def test_room_of_one_library_gets_that_library(editor: Client, ours: Belongings, theirs: Belongings) -> None:
    form = {"plein": theirs.world.plein.pk, "name": "Kamer", "position": 0}
    refused = editor.post("/admin/snippets/plein/room/add/", form)
    made = editor.post("/admin/snippets/plein/room/add/", form | {"plein": ours.world.plein.pk})
    assert (refused.status_code, made.status_code, Room.objects.get(name="Kamer").plein_id) == (
        404,
        302,
        ours.world.plein.pk,
    )


def test_page_with_facts_is_archived_and_not_deleted(editor: Client, ours: Belongings) -> None:
    editor.post(f"/admin/pages/{ours.world.offer.pk}/delete/")
    editor.post(f"/admin/bulk/wagtailcore/page/delete/?id={ours.world.offer.pk}")
    kept = Page.objects.filter(pk=ours.world.offer.pk).exists()
    editor.post(f"/admin/pages/{ours.draft.pk}/delete/")
    assert (kept, Page.objects.filter(pk=ours.draft.pk).exists()) == (True, False)


def test_menu_holds_what_an_editor_needs(editor: Client) -> None:
    text = editor.get("/admin/").content.decode()
    shown = [
        word in text for word in ("/admin/snippets/plein/series/", "/admin/images/", "/admin/reports/", "/admin/users/")
    ]
    assert shown == [True, True, False, False]


def test_admin_alone_allows_inline_scripts(editor: Client, ours: Belongings) -> None:
    policies = [editor.get(path).headers["Content-Security-Policy"] for path in ("/admin/", "/nl/")]
    assert ["'unsafe-inline'" in policy for policy in policies] == [True, False]


def test_stranger_is_sent_to_sign_in(ours: Belongings) -> None:
    visitor = ours.world.client()
    answers = [visitor.get(path).headers["Location"].split("?")[0] for path in ("/admin/", "/admin/login/")]
    assert answers == ["/accounts/login/", "/accounts/login/"]


@pytest.mark.parametrize(
    "path",
    [
        "/admin/localize/page/{}/convert_to_alias/",
        "/admin/pages/{}/convert_alias/",
        "/admin/api/main/pages/{}/action/publish/",
    ],
)
def test_nobody_makes_aliases_or_publishes_past_the_checks(path: str, ours: Belongings) -> None:
    network = ours.users[Role.COMMUNICATION]
    network.is_superuser = True
    network.save()
    network.memberships.create(role=Role.NETWORK_ADMINISTRATOR)
    assert signed_in(ours.world, network).post(path.format(ours.translated.pk)).status_code == 404


@pytest.mark.parametrize("role", [Role.COMMUNICATION, Role.LIBRARY_ADMINISTRATOR, Role.NETWORK_ADMINISTRATOR], ids=str)
def test_privacy_is_a_button_for_those_who_may_use_it(role: str, ours: Belongings) -> None:
    user = ours.users.get(role) or make_user(role, None)
    client = signed_in(ours.world, user)
    for page in (ours.draft, ours.inside.news):
        editor = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        answer = client.get(f"/admin/pages/{page.pk}/privacy/").status_code
        shown = 'data-a11y-dialog-show="set-privacy"' in editor
        assert (shown, answer) == ((True, 200) if role == Role.NETWORK_ADMINISTRATOR else (False, 404))
