"""Which words go out: own ones, standard ones, or those of the main language; and what the registry declares."""

import pytest
from django.core.exceptions import ValidationError

from home.mail import demo, kinds
from home.mail.kinds import Mail
from home.mail.models import MailText
from home.mail.placeholders import missing, unknown
from home.mail.selectors import Letter, compose, has_standard, languages_of, sample, standard, wording
from home.mail.services import restore_standard, save_text
from home.tenant.libraries.services import switch_on_language
from portal.catalogues import PLURALS
from tests.factories.world import World
from tests.home.mail.conftest import KEY, keep

pytestmark = pytest.mark.django_db

POLISH = "Tekst do przetłumaczenia: {library}"
DUTCH = "Een tekst om te vertalen voor {library}"


def subject_for(world: World, language: str) -> tuple[str, str]:
    """Subject with its placeholders, and the language that it counts as."""
    words = wording(world.library, kinds.get(KEY), language)
    return words.subject, words.language


def send(world: World, language: str = "pl") -> Letter:
    return compose(
        library=world.library,
        language=language,
        key=KEY,
        values=lambda code: {"name": "Ola", "message": "", "link": "https://x/", "day": code},
    )


def test_each_feature_declares_its_mails() -> None:
    assert [mail.key for mail in kinds.all_mails()] == [
        "account-password-reset",
        "calendars-broken",
        "roster-asked",
        "roster-not-needed",
        "roster-swap",
        "roster-taken-over",
        "staff-invitation",
        "translators-invitation",
        "translators-returned",
        "translators-sent-in",
    ]


def test_key_names_one_mail_only() -> None:
    again = Mail("staff-invitation", "x", "x", "x", ("x",), ())
    with pytest.raises(ValueError, match="two mails with the key staff-invitation"):
        kinds.register(again)
    assert kinds.get("staff-invitation") is not again


@pytest.mark.parametrize("language", PLURALS)
@pytest.mark.parametrize("mail", kinds.all_mails(), ids=lambda mail: mail.key)
def test_standard_words_use_what_the_mail_declares(mail: Mail, language: str) -> None:
    words = standard(mail, language)
    found = [*unknown(words.subject, mail.names), *unknown(words.text, mail.names), *missing(words.text, mail.required)]
    assert (found, "%(" in words.subject + words.text) == ([], False)


@pytest.mark.parametrize("mail", kinds.all_mails(), ids=lambda mail: mail.key)
def test_sample_fills_in_everything(mail: Mail, world: World) -> None:
    letter = sample(world.library, mail, standard(mail, "nl"))
    assert (
        "{" in letter.subject + letter.text,
        [one.name for one in mail.placeholders if not one.sample_in("nl")],
    ) == (
        False,
        [],
    )


def test_value_that_is_not_given_is_an_error(world: World) -> None:
    with pytest.raises(ValueError, match="no value for day, link, message"):
        compose(library=world.library, language="nl", key=KEY, values=lambda _code: {"name": "Ola"})


@pytest.mark.parametrize(
    ("own", "language", "expected"),
    [
        ((), "pl", (POLISH, "pl")),
        (("nl",), "pl", (POLISH, "pl")),
        (("nl", "pl"), "pl", ("Oeverbrief pl", "pl")),
        ((), "fa", (DUTCH, "nl")),
        (("nl",), "fa", ("Oeverbrief nl", "nl")),
        (("nl", "fa"), "fa", ("Oeverbrief fa", "fa")),
        (("nl",), "nl-easy", ("Oeverbrief nl", "nl")),
        ((), "nl-easy", (DUTCH, "nl")),
        ((), "en", ("A text to translate for {library}", "en")),
    ],
)
def test_words_by_language(own: tuple[str, ...], language: str, expected: tuple[str, str], world: World) -> None:
    for code in own:
        keep(world, code, subject=f"Oeverbrief {code}")
    assert subject_for(world, language) == expected


def test_main_language_of_the_library_counts(world: World) -> None:
    world.library.main_language = "pl"
    assert subject_for(world, "fa") == (POLISH, "pl")


def test_standard_words_that_are_half_there_are_not_there() -> None:
    half = Mail("x", "x", "x", kinds.get(KEY).subject, (*kinds.get(KEY).text, kinds.get("roster-swap").text[0]), ())
    assert (has_standard(kinds.get(KEY), "pl"), has_standard(half, "pl"), has_standard(half, "nl")) == (
        True,
        False,
        True,
    )


def test_neighbours_words_do_not_go_out(world: World, neighbour: World) -> None:
    keep(neighbour, "pl")
    keep(neighbour, "nl")
    assert [subject_for(world, code) for code in ("pl", "fa")] == [(POLISH, "pl"), (DUTCH, "nl")]


def test_own_words_go_out_in_the_language_of_the_recipient(world: World) -> None:
    keep(world, text="Cześć {name}!\n\n{message}\n\n{link}\n\n{day}, {plein}")
    mail = send(world)
    assert (mail.subject, mail.text) == ("Oeverbrief", "Cześć Ola!\n\nhttps://x/\n\npl, Plein Oever")


def test_values_are_in_the_language_of_the_words(world: World) -> None:
    switch_on_language(library=world.library, code="fa")
    mail = send(world, "fa")
    assert mail.text.splitlines()[-1] == "Deze link is alleen voor u. De link werkt tot nl."


def test_standard_words_are_not_kept_as_own(world: World) -> None:
    words = standard(kinds.get("staff-invitation"), "nl")
    assert keep(world, "nl", key="staff-invitation", subject=words.subject, text=words.text) is None
    assert not MailText.objects.exists()
    keep(world, "nl", key="staff-invitation")
    keep(world, "nl", key="staff-invitation", subject=words.subject, text=words.text.replace("\n", "\r\n"))
    assert not MailText.objects.exists()


def test_words_of_the_main_language_are_no_own_words_of_another(world: World) -> None:
    switch_on_language(library=world.library, code="fa")
    keep(world, "nl")
    assert keep(world, "fa") is None
    assert list(MailText.objects.values_list("language", flat=True)) == ["nl"]


def test_saving_twice_keeps_one_row(world: World) -> None:
    keep(world)
    keep(world, subject="Anders")
    assert list(MailText.objects.values_list("subject", flat=True)) == ["Anders"]


def test_back_to_the_standard_is_for_this_library_mail_and_language(world: World, neighbour: World) -> None:
    for one in (world, neighbour):
        keep(one, "pl")
        keep(one, "nl")
    keep(world, key="translators-returned", text="{message}")
    restore_standard(library=world.library, mail=kinds.get(KEY), language="pl")
    left = set(MailText.objects.values_list("library__slug", "key", "language"))
    assert left == {
        ("oever", KEY, "nl"),
        ("oever", "translators-returned", "pl"),
        ("vest", KEY, "pl"),
        ("vest", KEY, "nl"),
    }


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ({"text": "Zonder link"}, {"text": ["{link}"]}),
        ({"text": "{link} {naam}"}, {"text": ["{naam}"]}),
        ({"text": "{link} {name.__class__}"}, {"text": ["{name.__class__}"]}),
        ({"text": "{link} {name"}, {"text": ["{name}"]}),
        ({"subject": "Voor {wie}"}, {"subject": ["{wie}"]}),
        ({"text": "{naam}", "subject": "{wie}"}, {"subject": ["{wie}"], "text": ["{naam}", "{link}"]}),
    ],
    ids=["no link", "unknown", "hostile", "loose brace", "subject", "all at once"],
)
def test_wrong_placeholder_is_refused_by_name(
    words: dict[str, str], faults: dict[str, list[str]], world: World
) -> None:
    with pytest.raises(ValidationError) as refused:
        keep(world, **words)
    told = refused.value.message_dict
    assert {field: len(sentences) for field, sentences in told.items()} == {
        field: len(names) for field, names in faults.items()
    }
    assert all(
        name in sentence for field, names in faults.items() for name, sentence in zip(names, told[field], strict=True)
    )
    assert not MailText.objects.exists()


def test_mail_goes_out_in_the_languages_of_who_gets_it() -> None:
    keys = ("roster-swap", "calendars-broken", KEY)
    found = [languages_of(kinds.get(key), ["pl", "nl", "en", "bg"]) for key in keys]
    assert found == [["pl"], ["pl", "nl", "en"], ["pl", "nl", "en", "bg"]]


def test_sample_of_a_day_is_in_the_language_of_the_words(world: World) -> None:
    mail = kinds.get(KEY)
    found = [sample(world.library, mail, standard(mail, code)).text.rsplit(" ", 2)[1:] for code in ("nl", "pl")]
    assert found == [["24", "november."], ["24", "listopada."]]


def test_save_text_takes_a_language_that_the_portal_knows(world: World) -> None:
    with pytest.raises(ValidationError):
        save_text(library=world.library, mail=kinds.get(KEY), language="xx", subject="x", text="{link}")


def test_long_value_does_not_break_the_subject(world: World) -> None:
    keep(world, subject="{name} {plein}")
    mail = compose(
        library=world.library,
        language="pl",
        key=KEY,
        values=lambda _code: {"name": "x\r\nBcc: a@b.example" + "y" * 300, "message": "", "link": "x", "day": ""},
    )
    assert (len(mail.subject), "\n" in mail.subject, "\r" in mail.subject) == (200, False, False)


def test_demo_gives_one_library_words_in_two_languages(world: World, neighbour: World) -> None:
    world.library.slug = "oeverstad"
    for _time in range(2):
        demo.build([world.library, neighbour.library])
    rows = MailText.objects.values_list("library", "key", "language")
    assert list(rows) == [(world.library.pk, KEY, "nl"), (world.library.pk, KEY, "pl")]
