"""Until somebody read it: what the editor sees, what she may publish, and what the reader is told."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation

from home.tenant.languages.models import MachineDraft
from home.tenant.languages.services import publish_translation
from home.tenant.libraries.choices import Role
from home.words.machine import demo
from home.words.machine.choices import Problem
from home.words.machine.making import begin
from home.words.machine.models import CharacterUse, GlossaryTerm, MachineSettings
from home.words.machine.selectors import digest_of, fixed_words, this_month, unread
from home.words.machine.services import save_term
from home.words.translation.selectors import language_states, publishing_problem
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user, translate
from tests.home.words.machine.conftest import Computer

pytestmark = pytest.mark.django_db

WORDS = "/admin/snippets/home/glossaryterm/"


@pytest.fixture
def drafted(deepl: Computer, world: World, django_capture_on_commit_callbacks: Any) -> Translation:
    """The event with a draft in Polish that nobody read."""
    with django_capture_on_commit_callbacks(execute=True):
        begin(page=world.event, code="pl", library=world.library, user=make_user(Role.PARTNER, world.library))
    return Translation.objects.get()


@pytest.fixture
def published(drafted: Translation, django_capture_on_commit_callbacks: Any) -> Page:
    """The same, before readers."""
    with django_capture_on_commit_callbacks(execute=True):
        publish_translation(translation=drafted)
    return target(drafted)


def target(translation: Translation) -> Page:
    return Page.objects.get(translation_key=translation.source.object_id, locale=translation.target_locale).specific


def review(world: World) -> str:
    return f"/admin/machine/{world.event.pk}/pl/review/"


def bar(visitor: Client) -> bool:
    return "bar--machine" in visitor.get("/pl/activiteiten/avond/").content.decode()


def test_reader_is_told_with_a_way_to_the_original(published: Page, visitor: Client) -> None:
    text = visitor.get("/pl/activiteiten/avond/").content.decode()
    assert ("bar--machine" in text, 'href="/nl/activiteiten/avond/" hreflang="nl"' in text) == (True, True)
    assert "bar--machine" not in visitor.get("/nl/activiteiten/avond/").content.decode()


def test_translation_by_people_has_no_mark(world: World, visitor: Client, deepl: Computer) -> None:
    translate(world.event, "pl")
    assert bar(visitor) is False


def test_mark_costs_the_reader_no_query(
    published: Page, visitor: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    visitor.get("/pl/activiteiten/avond/")
    with django_assert_max_num_queries(100) as marked:
        visitor.get("/pl/activiteiten/avond/")
    MachineDraft.objects.all().delete()
    with django_assert_num_queries(len(marked)):
        visitor.get("/pl/activiteiten/avond/")


def test_mark_goes_when_an_editor_confirms(published: Page, editor: Client, visitor: Client, world: World) -> None:
    seen = editor.get(review(world)).context["seen"]
    editor.post(review(world), {"seen": seen})
    assert (bar(visitor), StringTranslation.objects.filter(translation_type="machine").count()) == (False, 0)


def test_nobody_confirms_what_she_did_not_see(published: Page, editor: Client, visitor: Client, world: World) -> None:
    seen = editor.get(review(world)).context["seen"]
    StringTranslation.objects.filter(data__contains="zin").update(data="Iets anders")
    editor.post(review(world), {"seen": seen})
    assert (bar(visitor), StringTranslation.objects.filter(translation_type="machine").count()) == (True, 2)


def test_mark_stays_until_changed_words_are_published(
    published: Page, editor: Client, visitor: Client, world: World, django_capture_on_commit_callbacks: Any
) -> None:
    row = StringTranslation.objects.get(data="Oever avond [pl]")
    row.data, row.translation_type = "Wieczór", "manual"
    row.save()
    editor.post(review(world), {"seen": editor.get(review(world)).context["seen"]})
    assert bar(visitor) is True
    with django_capture_on_commit_callbacks(execute=True):
        publish_translation(translation=Translation.objects.get())
    assert bar(visitor) is False


def test_mark_goes_when_each_sentence_was_edited_and_published(
    published: Page, editor: Client, visitor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    translation = Translation.objects.get()
    for segment in translation.source.stringsegment_set.all():
        path = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
        editor.put(path, "value=Zdanie", content_type="application/x-www-form-urlencoded")
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/admin/pages/{published.pk}/edit/", {"action": "publish"})
    assert bar(visitor) is False


def test_draft_is_not_published_from_the_editor(drafted: Translation, editor: Client) -> None:
    page = target(drafted)
    answer = editor.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True)
    page.refresh_from_db()
    assert (page.live, publishing_problem(page) in answer.content.decode()) == (False, True)


def test_draft_that_does_not_fit_the_page_is_refused_with_a_sentence(
    drafted: Translation, editor: Client, world: World
) -> None:
    # As the editor of the translation package leaves it, which asks for no length.
    unread(drafted).filter(context__path="title").update(data="ż" * 300)
    answer = editor.post(review(world), {"publish": "1"}, follow=True)
    assert (answer.status_code, target(drafted).live) == (200, False)
    assert "255" in answer.content.decode()


def test_draft_is_published_knowingly_with_the_mark(
    drafted: Translation, editor: Client, visitor: Client, world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(review(world), {"publish": "1"})
    assert (target(drafted).live, bar(visitor)) == (True, True)


def test_library_may_ask_for_reading_first(drafted: Translation, editor: Client, world: World) -> None:
    MachineSettings.objects.create(library=world.library, may_publish_unread=False)
    answer = editor.post(review(world), {"publish": "1"})
    assert (answer.status_code in {302, 403}, target(drafted).live) == (True, False)
    assert 'name="publish"' not in editor.get(review(world)).content.decode()


def test_confirmed_draft_is_published_as_any_translation(
    drafted: Translation, editor: Client, visitor: Client, world: World, django_capture_on_commit_callbacks: Any
) -> None:
    editor.post(review(world), {"seen": digest_of(unread(drafted))})
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/admin/pages/{target(drafted).pk}/edit/", {"action": "publish"})
    assert (target(drafted).live, bar(visitor)) == (True, False)


def test_states_say_that_nobody_read_it(drafted: Translation, world: World) -> None:
    assert language_states(world.event, world.library)[0].unread == 2


def test_screen_has_a_button_for_each_known_language_and_says_what_is_left(
    deepl: Computer, editor: Client, world: World
) -> None:
    text = editor.get(f"/admin/translate/{world.event.pk}/").content.decode()
    assert (f"/admin/machine/{world.event.pk}/pl/draft/" in text, "50" in text) == (True, True)


def test_button_makes_a_draft(
    deepl: Computer, editor: Client, world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(f"/admin/machine/{world.event.pk}/pl/draft/")
    assert (answer.status_code, StringTranslation.objects.count()) == (302, 2)


def test_button_of_the_package_makes_a_draft_on_the_librarys_account(
    drafted: Translation, deepl: Computer, editor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    StringTranslation.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(f"/admin/localize/translate/{drafted.pk}/machine_translate/")
    assert (answer.status_code, StringTranslation.objects.count()) == (302, 2)


def test_without_a_computer_there_is_no_button_anywhere(world: World, editor: Client, settings: Any) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    page = translate(world.event, "pl")
    screens = [f"/admin/translate/{world.event.pk}/", f"/admin/pages/{page.pk}/edit/", "/admin/"]
    text = " ".join(editor.get(path).content.decode() for path in screens)
    assert ("machine_translate" in text, "/admin/machine/" in text, "glossaryterm" in text) == (False, False, False)
    assert editor.post(f"/admin/machine/{world.event.pk}/pl/draft/").status_code == 404


def test_provider_that_does_not_answer_is_said_so_on_the_screen(
    deepl: Computer, editor: Client, world: World, settings: Any
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]["ADDRESS"] = f"{deepl.address}/v2/nergens"
    text = editor.get(f"/admin/translate/{world.event.pk}/").content.decode()
    assert (str(Problem.BROKEN.label) in text, "/pl/draft/" in text) == (True, False)


def test_screen_takes_as_many_queries_with_many_sentences(
    drafted: Translation, editor: Client, world: World, django_assert_num_queries: Any
) -> None:
    editor.get(review(world))
    with django_assert_num_queries(20):
        assert editor.get(review(world)).status_code == 200
    row = StringTranslation.objects.first()
    for number in range(30):
        text = String.objects.create(locale=row.translation_of.locale, data=f"Zin {number}", data_hash=uuid4())
        StringSegment.objects.create(source=drafted.source, context=row.context, string=text, order=number, attrs="{}")
        StringTranslation.objects.create(
            translation_of=text, locale=row.locale, context=row.context, data="Zdanie", translation_type="machine"
        )
    with django_assert_num_queries(20):
        assert editor.get(review(world)).content.decode().count("Zdanie") == 30


@pytest.mark.parametrize("what", ["draft", "review"])
def test_page_of_another_library_is_not_there(what: str, deepl: Computer, editor: Client, neighbour: World) -> None:
    translate(neighbour.event, "pl")
    path = f"/admin/machine/{neighbour.event.pk}/pl/{what}/"
    assert (editor.post(path).status_code, deepl.asked) == (404, [])


def test_word_lists_show_own_words_and_those_of_the_network(
    deepl: Computer, editor: Client, world: World, neighbour: World
) -> None:
    own = save_term(word="eigenwoord", library=world.library)
    foreign = save_term(word="buurwoord", library=neighbour.library)
    shared = save_term(word="netwoord")
    text = editor.get(WORDS).content.decode()
    assert ("eigenwoord" in text, "netwoord" in text, "buurwoord" in text) == (True, True, False)
    found = [f"{WORDS}{what}/{row.pk}/" in text for row in (own, shared, foreign) for what in ("edit", "delete")]
    assert found == [True, True, False, False, False, False]
    assert f"{WORDS}add/?from={shared.pk}" in text


@pytest.mark.parametrize("what", ["edit", "delete", "history", "usage"])
def test_word_of_the_network_or_the_neighbour_is_not_changed(
    what: str, deepl: Computer, editor: Client, neighbour: World
) -> None:
    rows = (save_term(word="buurwoord", library=neighbour.library), save_term(word="netwoord"))
    paths = [f"{WORDS}{what}/{row.pk}/" for row in rows]
    assert {client(path).status_code for path in paths for client in (editor.get, editor.post)} == {404}
    assert GlossaryTerm.objects.count() == 2


def test_another_translation_of_a_word_begins_with_the_networks(deepl: Computer, editor: Client, world: World) -> None:
    shared = save_term(word="bezwaar", language="pl", outcome="sprzeciw")
    foreign = save_term(word="eigen", library=world.library)
    form = editor.get(f"{WORDS}add/", {"from": shared.pk}).context["form"]
    assert [form[name].value() for name in ("word", "language", "outcome")] == ["bezwaar", "pl", "sprzeciw"]
    assert editor.get(f"{WORDS}add/", {"from": foreign.pk}).status_code == 404


def test_word_that_the_network_has_is_added_knowingly(deepl: Computer, editor: Client, world: World) -> None:
    save_term(word="DigiD")
    given = {"word": "digid", "language": "pl", "outcome": "podpis"}
    answer = editor.post(f"{WORDS}add/", given)
    assert (answer.status_code, "DigiD" in answer.context["form"].errors["word"][0]) == (200, True)
    assert fixed_words(world.library, "pl") == {"digid": ""}
    editor.post(f"{WORDS}add/", given | {"is_override": "on"})
    assert fixed_words(world.library, "pl") == {"digid": "podpis"}


def test_network_keeps_its_own_words(deepl: Computer, world: World, neighbour: World) -> None:
    client = signed_in(world, make_user(Role.NETWORK_ADMINISTRATOR, None))
    row = save_term(word="plein")
    neighbour.library.delete()
    client.post(f"{WORDS}edit/{row.pk}/", {"word": "plein", "language": "pl", "outcome": "plac"})
    row.refresh_from_db()
    assert (row.library, row.outcome) == (None, "plac")
    client.post(f"{WORDS}add/", {"word": "wijk", "language": "", "outcome": "", "library": ""})
    assert GlossaryTerm.objects.get(word="wijk").library is None


def test_editor_adds_a_word_to_the_own_library(deepl: Computer, editor: Client, world: World) -> None:
    editor.post(f"{WORDS}add/", {"word": "leesmap", "language": "pl", "outcome": "teczka"})
    row = GlossaryTerm.objects.get()
    assert (row.library, fixed_words(world.library, "pl")) == (world.library, {"leesmap": "teczka"})


def test_editor_of_two_libraries_makes_no_word_for_everybody(world: World, neighbour: World, deepl: Computer) -> None:
    user = make_user(Role.COMMUNICATION, world.library)
    user.memberships.create(library=neighbour.library, role=Role.COMMUNICATION)
    signed_in(world, user).post(f"{WORDS}add/", {"word": "x", "language": "", "outcome": ""})
    assert GlossaryTerm.objects.count() == 0


def test_own_word_goes_before_the_networks_and_this_language_before_all(world: World) -> None:
    save_term(word="plein")
    save_term(word="plein", language="pl", outcome="plac")
    assert fixed_words(world.library, "pl") == {"plein": "plac"}
    save_term(word="plein", library=world.library)
    assert fixed_words(world.library, "pl") == {"plein": ""}


@pytest.mark.parametrize("count", [1, 30])
def test_word_list_takes_as_many_queries_for_one_as_for_thirty(
    count: int, deepl: Computer, editor: Client, world: World, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        save_term(word=f"woord{number}", library=world.library)
        save_term(word=f"netwoord{number}")
    editor.get(WORDS)
    with django_assert_num_queries(13):
        editor.get(WORDS)


def test_administrator_sees_what_holds_and_what_was_spent_at_the_own_library(
    deepl: Computer, world: World, neighbour: World, django_assert_num_queries: Any
) -> None:
    path = "/admin/snippets/home/machinesettings/"
    client = signed_in(world, make_user(Role.LIBRARY_ADMINISTRATOR, world.library))
    assert f'href="{path}add/"' in client.get(path).content.decode()
    for library, spent in ((world.library, 111), (neighbour.library, 7777)):
        MachineSettings.objects.create(library=library, monthly_characters=spent * 10)
        for language in ("pl", "tr"):
            CharacterUse.objects.create(library=library, month=this_month(), language=language, characters=spent)
        last_month = this_month() - timedelta(days=1)
        CharacterUse.objects.create(library=library, month=last_month.replace(day=1), language="pl", characters=5)
    with django_assert_num_queries(13):
        rows = client.get(path).context["object_list"]
        assert [(row.library, row.monthly_characters, row.used) for row in rows] == [(world.library, 1110, 222)]


def test_demo_can_be_loaded_twice(db: None) -> None:
    demo.build()
    demo.build()
    assert GlossaryTerm.objects.count() == len(demo.WORDS)
