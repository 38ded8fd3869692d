"""What changed since a translation: shown sentence by sentence, judged small by an editor, kept and undone rightly."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from home.words.tracking.comparison import compare, sentences
from home.words.tracking.models import SmallChange, WordsSnapshot
from home.words.tracking.selectors import change_since
from home.words.tracking.services import accept_small_change, keep_missing_words
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user, translate
from tests.home.tenant.gate.test_gate import event_form
from tests.home.words.board.conftest import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(world: World) -> Page:
    """The event in Polish, whose source changed since."""
    page = translate(world.event, "pl")
    publish(world.event, search_description="Oever avond in twee zinnen. Neem uw buren mee.")
    return page


def is_outdated(world: World, page: Page) -> bool:
    """What readers are told; the screen of an editor says the same."""
    told = change_since(world.event, page).is_outdated
    assert told == world.client().get("/pl/activiteiten/avond/").context["is_outdated"]
    return told


def test_sentences_are_put_side_by_side_with_what_changed() -> None:
    pairs = compare(
        sentences(["Kom langs om <b>tien</b> uur. Tot dan!"]), sentences(["Kom langs om elf uur. Tot dan!"])
    )
    assert [(pair.is_changed, pair.changed_words) for pair in pairs] == [(True, 1), (False, 0)]
    assert [text for changed, text in pairs[0].before if changed] == ["tien"]
    assert [text for changed, text in pairs[0].after if changed] == ["elf"]


def test_sentence_of_its_own_is_added_or_taken_away_whole() -> None:
    pairs = compare(["Eerste zin.", "Weg ermee."], ["Eerste zin."])
    assert [(pair.before, pair.after) for pair in pairs][1] == ([(True, "Weg ermee.")], [])


def test_detail_shows_how_much_changed_and_since_when(editor: Client, world: World, page: Page) -> None:
    text = editor.get(f"/admin/coverage/{page.pk}/").content.decode()
    assert ("<ins>Neem uw buren mee.</ins>" in text, "<del>een</del>" in text) == (True, True)
    change = change_since(world.event, page)
    assert (change.changed_words, change.since) == (6, WordsSnapshot.objects.get(page=world.event.pk).made_on)


def test_since_stays_the_day_of_the_first_change(world: World, page: Page) -> None:
    first = change_since(world.event, page).since
    publish(world.event, title="Weer anders")
    assert change_since(world.event, page).since == first


def test_words_that_come_back_make_the_translation_right_again(world: World, page: Page) -> None:
    publish(world.event, search_description="Oever avond in een zin.")
    assert (is_outdated(world, page), change_since(world.event, page).since) == (False, None)


def test_neighbours_translation_is_not_there(editor: Client, neighbour: World) -> None:
    theirs = translate(neighbour.event, "pl")
    publish(neighbour.event, title="Vest anders")
    answers = [editor.get(f"/admin/coverage/{theirs.pk}/"), editor.post(f"/admin/coverage/{theirs.pk}/accept/")]
    assert ([answer.status_code for answer in answers], SmallChange.objects.count()) == ([404, 404], 0)


def test_source_page_has_no_detail(editor: Client, world: World) -> None:
    assert editor.get(f"/admin/coverage/{world.event.pk}/").status_code == 404


def test_small_change_keeps_the_translation_right_and_says_who(
    editor: Client, user: User, world: World, page: Page
) -> None:
    answer = editor.post(f"/admin/coverage/{page.pk}/accept/", follow=True)
    row = SmallChange.objects.get()
    assert (is_outdated(world, page), row.by_id, str(user) in answer.content.decode()) == (False, user.pk, True)


def test_small_change_holds_after_the_translation_is_published_again(world: World, page: Page, user: User) -> None:
    accept_small_change(page=page, user=user)
    publish(page)
    assert is_outdated(world, page) is False


def test_next_change_makes_it_outdated_all_the_same(world: World, page: Page, user: User) -> None:
    accept_small_change(page=page, user=user)
    publish(world.event, title="Weer anders")
    assert is_outdated(world, page) is True
    publish(page)
    assert is_outdated(world, page) is True


def test_who_may_not_publish_judges_nothing(world: World, page: Page) -> None:
    client = signed_in(world, make_user(Role.IDO_COORDINATOR, world.library))
    assert (client.post(f"/admin/coverage/{page.pk}/accept/").status_code, SmallChange.objects.count()) == (302, 0)


def test_tick_in_the_editor_keeps_translations_right(editor: Client, world: World) -> None:
    page = translate(world.event, "pl")
    path = f"/admin/pages/{world.event.pk}/edit/"
    assert b"is_small_change" in editor.get(path).content
    form = event_form(world.event, title="Oever avondje", **{"action-publish": "1"})
    editor.post(path, form | {"is_small_change": "on"})
    assert (Page.objects.get(pk=world.event.pk).title, is_outdated(world, page)) == ("Oever avondje", False)
    editor.post(path, form | {"title": "Oever dag"})
    assert is_outdated(world, page) is True


def test_tick_leaves_an_older_change_unjudged(editor: Client, world: World, page: Page) -> None:
    path = f"/admin/pages/{world.event.pk}/edit/"
    form = event_form(world.event, title="Oever avondje", **{"action-publish": "1", "is_small_change": "on"})
    editor.post(path, form)
    assert (is_outdated(world, page), SmallChange.objects.count()) == (True, 0)


def test_tick_without_new_words_judges_nothing(editor: Client, world: World, page: Page) -> None:
    source = Page.objects.get(pk=world.event.pk).specific
    form = event_form(source, search_description=source.search_description, **{"action-publish": "1"})
    answer = editor.post(f"/admin/pages/{source.pk}/edit/", form | {"is_small_change": "on", "cost": "free"})
    assert (answer.status_code, is_outdated(world, page), SmallChange.objects.count()) == (302, True, 0)


def test_tick_on_words_that_come_out_later_judges_nothing(editor: Client, world: World, page: Page) -> None:
    later = f"{timezone.now() + timedelta(days=3):%Y-%m-%d %H:%M}"
    form = event_form(world.event, title="Later", go_live_at=later, **{"action-publish": "1", "is_small_change": "on"})
    answer = editor.post(f"/admin/pages/{world.event.pk}/edit/", form)
    assert (answer.status_code, is_outdated(world, page), SmallChange.objects.count()) == (302, True, 0)


def test_page_without_translations_is_not_asked(editor: Client, world: World) -> None:
    assert b"is_small_change" not in editor.get(f"/admin/pages/{world.content.pk}/edit/").content


def test_words_of_before_are_kept_afterwards(world: World, page: Page) -> None:
    WordsSnapshot.objects.all().delete()
    keep_missing_words()
    keep_missing_words()
    change = change_since(world.event, page)
    assert (change.is_outdated, change.is_known, change.changed_sentences > 0) == (True, True, True)
