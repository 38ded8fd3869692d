"""A draft by the computer: what is sent, what comes back, what it costs, and what is never half-saved."""

import logging
import socket
import time
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringTranslation, Translation

from home.tenant.languages.services import fill_translation, start_translation
from home.tenant.libraries.choices import Role
from home.words.machine.choices import MachineError, Problem, State
from home.words.machine.making import begin
from home.words.machine.models import CharacterUse, Draft, MachineSettings
from home.words.machine.selectors import budget_of
from home.words.machine.services import make_draft, save_term
from tests.factories.world import World, make_user, translate
from tests.home.words.machine.conftest import KEY, Computer, choose, say

pytestmark = pytest.mark.django_db

SENTENCES = ["Oever avond", "Oever avond in een zin."]


@pytest.fixture
def run(world: World, django_capture_on_commit_callbacks: Any) -> Any:
    """Have a draft of the event made, and give it."""
    user = make_user(Role.COMMUNICATION, world.library)

    def start(page: Page | None = None, world: World = world) -> Draft:
        with django_capture_on_commit_callbacks(execute=True):
            begin(page=page or world.event, code="pl", library=world.library, user=user)
        return Draft.objects.latest("changed_at")

    return start


def words() -> list[str]:
    return list(StringTranslation.objects.order_by("pk").values_list("data", flat=True))


def test_every_sentence_gets_a_draft_marked_as_the_computers(provider: Computer, run: Any) -> None:
    draft = run()
    assert (draft.state, draft.done, draft.total) == (State.DONE, 2, 2)
    assert sorted(words()) == [f"{sentence} [pl]" for sentence in SENTENCES]
    assert set(StringTranslation.objects.values_list("translation_type", flat=True)) == {"machine"}


def test_one_provider_is_asked_in_its_own_protocol(deepl: Computer, run: Any) -> None:
    run()
    path, headers, content = deepl.asked[0]
    assert (path, headers["Authorization"]) == ("/v2/translate", f"DeepL-Auth-Key {KEY}")
    assert (content["source_lang"], content["target_lang"], content["tag_handling"]) == ("NL", "PL", "xml")


def test_the_other_provider_is_asked_in_its_own(computer: Computer, settings: Any, run: Any) -> None:
    choose(settings, "libretranslate", computer.address)
    run()
    path, headers, content = computer.asked[0]
    assert (path, content["api_key"], content["format"]) == ("/translate", KEY, "html")
    assert (content["source"], content["target"], "Authorization" in headers) == ("nl", "pl", False)


def test_language_that_the_provider_does_not_know_is_refused(
    provider: Computer, world: World, run: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with pytest.raises(MachineError) as error:
        begin(page=world.event, code="nl-easy", library=world.library, user=make_user(Role.PARTNER, world.library))
    assert (error.value.problem, Translation.objects.count()) == (Problem.NOT_THERE, 0)


def test_only_sentences_without_a_translation_are_sent(provider: Computer, world: World, run: Any) -> None:
    translation = start_translation(page=world.event, code="pl")
    fill_translation(translation=translation, words={"Oever avond": "Wieczór"})
    run()
    run()
    assert provider.texts == ["Oever avond in een zin."]
    assert sorted(words()) == ["Oever avond in een zin. [pl]", "Wieczór"]


def test_words_of_the_list_come_back_as_the_editor_wants(provider: Computer, world: World, run: Any) -> None:
    save_term(word="avond")
    save_term(word="zin", library=world.library, language="pl", outcome="zdanie")
    save_term(word="oever", library=world.library, language="tr", outcome="kıyı")
    provider.rule = lambda text: text.replace("een", "jednym")
    run()
    assert sorted(words()) == ["Oever avond", "Oever avond in jednym zdanie."]


def test_words_of_the_neighbour_are_not_used(deepl: Computer, neighbour: World, run: Any) -> None:
    save_term(word="avond", library=neighbour.library, language="pl", outcome="BUUR")
    run()
    assert "BUUR" not in str(deepl.texts) + str(words())


def test_a_rich_text_keeps_its_tags_and_links(provider: Computer, world: World, run: Any) -> None:
    world.event.getting_there = '<p>Neem <b>bus 4</b> of kijk <a href="https://bus.example/">hier</a> &amp; nu.</p>'
    world.event.save_revision().publish()
    run()
    rich = next(word for word in words() if "bus 4" in word)
    assert rich == 'Neem <b>bus 4</b> of kijk <a id="a1">hier</a> &amp; nu. [pl]'


def cut(handler: Any, texts: list[str]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "4000")
    handler.end_headers()
    handler.wfile.write(b'{"translations": [{"text": "')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def too_short(handler: Any, texts: list[str]) -> None:
    say(handler, b'{"translations": [{"text": "Wieczor"}]}', Content_Length="20")


def chunk_cut(handler: Any, texts: list[str]) -> None:
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{"transl')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def half(handler: Any, texts: list[str]) -> None:
    say(handler, {"translations": [{"text": "x"}] * (len(texts) - 1), "translatedText": ["x"] * (len(texts) - 1)})


FAULTS = {
    "429": (lambda handler, texts: say(handler, {}, 429, Retry_After="120"), Problem.BUSY),
    "500": (lambda handler, texts: say(handler, {"message": "stuk"}, 500), Problem.OTHER_SIDE),
    "403": (lambda handler, texts: say(handler, {"message": KEY}, 403), Problem.KEY),
    "456": (lambda handler, texts: say(handler, {}, 456), Problem.QUOTA),
    "400": (lambda handler, texts: say(handler, {}, 400), Problem.NOT_UNDERSTOOD),
    "302": (lambda handler, texts: say(handler, {}, 302, Location="http://127.0.0.1:1/"), Problem.OTHER_SIDE),
    "timeout": (lambda handler, texts: time.sleep(1.3), Problem.TOO_SLOW),
    "half": (half, Problem.INCOMPLETE),
    "empty": (
        lambda handler, texts: say(handler, {"translations": [{"text": " "}] * 2, "translatedText": [""] * 2}),
        Problem.INCOMPLETE,
    ),
    "cut": (cut, Problem.BROKEN),
    "chunk cut": (chunk_cut, Problem.BROKEN),
    "wrong length": (too_short, Problem.BROKEN),
    "no json": (lambda handler, texts: say(handler, b"<html>"), Problem.BROKEN),
    "another form": (lambda handler, texts: say(handler, ["x"]), Problem.BROKEN),
    "a figure": (lambda handler, texts: say(handler, {"translations": 3, "translatedText": 3}), Problem.BROKEN),
    "line closed": (lambda handler, texts: handler.connection.shutdown(socket.SHUT_RDWR), Problem.BROKEN),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_of_the_provider_saves_nothing_and_says_what_it_is(
    name: str, provider: Computer, run: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    provider.fault, problem = FAULTS[name]
    draft = run()
    assert (draft.state, draft.problem, words()) == (State.FAILED, problem, [])
    assert len(draft.sentence) > 20
    assert KEY not in draft.sentence + caplog.text


def test_fault_halfway_saves_nothing_of_what_came_before(deepl: Computer, world: World, run: Any) -> None:
    world.event.getting_there = "".join(f"<p>Zin {number}</p>" for number in range(60))
    world.event.save_revision().publish()
    deepl.fault, deepl.good = FAULTS["500"][0], 1
    draft = run()
    assert (len(deepl.asked), draft.state, draft.done, draft.total, words()) == (2, State.FAILED, 50, 62, [])
    deepl.fault = None
    assert (run().state, len(words())) == (State.DONE, 62)


def test_lost_tag_or_word_is_refused_with_the_sentence(provider: Computer, world: World, run: Any) -> None:
    world.event.search_description = "Kom naar het plein."
    world.event.save_revision().publish()
    save_term(word="plein")
    provider.rule = lambda text: "Przyjdź." if "plein" in text else text
    draft = run()
    assert (draft.problem, words(), "Kom naar het plein." in draft.sentence) == (Problem.LOST_TERM, [], True)


@pytest.mark.parametrize(
    "answer",
    ["Neem bus", "<b>Neem</b> <b>bus</b>", '<b onclick="x">bus</b>', "<i>bus</i>", "<b>bus</b><script>x</script>"],
)
def test_changed_tags_are_refused(answer: str, deepl: Computer, world: World, run: Any) -> None:
    world.event.getting_there = "<p>Neem de <b>bus</b> snel</p>"
    world.event.save_revision().publish()
    deepl.rule = lambda text: answer if "bus" in text else text
    draft = run()
    assert (draft.problem, words()) == (Problem.LOST_TAG, [])


def test_tag_that_was_left_open_is_closed(deepl: Computer, world: World, run: Any) -> None:
    world.event.getting_there = "<p>Neem de <b>bus</b></p>"
    world.event.save_revision().publish()
    deepl.rule = lambda text: "Weź <b>bus" if "bus" in text else text
    run()
    assert "Weź <b>bus</b>" in words()


def test_translation_that_is_too_long_is_refused(deepl: Computer, run: Any) -> None:
    deepl.rule = lambda text: text + "x" * 300
    draft = run()
    assert (draft.problem, words()) == (Problem.NO_ROOM, [])


def test_busy_provider_is_left_alone_until_it_wants_to_be_asked(deepl: Computer, run: Any) -> None:
    deepl.fault = FAULTS["429"][0]
    run()
    with pytest.raises(MachineError) as error:
        run()
    assert (error.value.problem, len(deepl.asked)) == (Problem.BUSY, 1)


def test_nobody_at_the_address_is_said_so(settings: Any, world: World, run: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        choose(settings, "deepl", f"http://127.0.0.1:{free.getsockname()[1]}")
    with pytest.raises(MachineError) as error:
        run()
    assert error.value.problem == Problem.REFUSED


def test_key_that_is_no_header_is_told_to_nobody(
    deepl: Computer, settings: Any, run: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]["KEY"] = f"{KEY}\nCookie: x"
    with pytest.raises(MachineError) as error:
        run()
    assert (error.value.problem, error.value.__cause__) == (Problem.NOT_UNDERSTOOD, None)
    assert KEY not in error.value.sentence + caplog.text + str(error.value)


def test_characters_are_counted_by_library_month_and_language(deepl: Computer, world: World, run: Any) -> None:
    run()
    row = CharacterUse.objects.get()
    assert (row.library, row.language, row.characters) == (world.library, "pl", sum(map(len, SENTENCES)))


def test_over_budget_nothing_is_sent(deepl: Computer, world: World, run: Any) -> None:
    MachineSettings.objects.create(library=world.library, monthly_characters=20)
    draft = run()
    assert (draft.problem, deepl.asked, budget_of(world.library).used) == (Problem.OVER_BUDGET, [], 0)
    assert "20" in draft.sentence


def test_budget_of_the_neighbour_is_not_touched(deepl: Computer, world: World, neighbour: World, run: Any) -> None:
    MachineSettings.objects.create(library=neighbour.library, monthly_characters=0)
    run()
    assert (budget_of(neighbour.library).used, budget_of(world.library).used > 0) == (0, True)


@pytest.mark.parametrize(("name", "is_counted"), [("500", False), ("429", False), ("half", True), ("timeout", True)])
def test_what_the_provider_may_have_counted_counts(
    name: str, is_counted: bool, deepl: Computer, world: World, run: Any
) -> None:
    deepl.fault = FAULTS[name][0]
    run()
    assert (budget_of(world.library).used > 0) is is_counted


def test_task_that_runs_twice_translates_once(deepl: Computer, run: Any) -> None:
    draft = run()
    make_draft(draft_id=draft.pk)
    assert len(deepl.asked) == 1


def test_sentence_that_is_all_fixed_words_is_not_sent(deepl: Computer, world: World, run: Any) -> None:
    save_term(word="Oever avond")
    run()
    assert (len(deepl.texts), "Oever avond" in words()) == (1, True)


def test_translator_without_a_library_sends_nothing(deepl: Computer, world: World) -> None:
    translation = start_translation(page=world.event, code="pl")
    with pytest.raises(MachineError):
        get_machine_translator().translate(translation.source.locale, translation.target_locale, [])
    assert deepl.asked == []


def test_live_translation_shows_nothing_of_a_draft(
    deepl: Computer, world: World, visitor: Client, run: Any, django_capture_on_commit_callbacks: Any
) -> None:
    translate(world.event, "pl")
    world.event.title = "Heel anders"
    world.event.save_revision().publish()
    run()
    with django_capture_on_commit_callbacks(execute=True):
        start_translation(page=world.event, code="pl")
    context = visitor.get("/pl/activiteiten/avond/").context
    assert (context["page"].title, context["is_outdated"]) == ("Oever avond [pl]", True)
    assert Translation.objects.count() == 1
