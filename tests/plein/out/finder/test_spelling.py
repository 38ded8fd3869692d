"""What people type is understood: endings, accents, letter forms, mistakes, compounds, in any language."""

import pytest

from home.site.search.likeness import fold, is_near, words_in
from plein.out.finder.choices import LONGEST_QUESTION, MOST_WORDS, Sureness
from plein.out.finder.lexicon import Lexicon

AS_TYPED = {
    "nl": [
        ("bref", {"brief"}),
        ("breif", {"brief"}),
        ("breef", {"brief"}),
        ("BRIEVE", {"brief"}),
        ("formulieer", {"brief"}),
        ("belastingbrief", {"brief", "geld"}),
        ("belastinbrief", {"brief"}),
        ("schuldenbrief", {"brief", "geld"}),
        ("skulden", {"geld"}),
        ("tooslag", {"geld"}),
        ("uitkeering", {"geld"}),
        ("huurachterstand", {"geld"}),
        ("Ik kan de huur niet betalen", {"geld"}),
        ("digi d", {"computer"}),
        ("Digi-D", {"computer"}),
        ("digit", {"computer"}),
        ("kompjoeter", {"computer"}),
        ("wachtwoort vergeeten", {"computer"}),
        ("sollisiteren", {"werk"}),
        ("wrek", {"werk"}),
        ("nederlants leren", {"taal"}),
        ("skool", {"samen"}),
        ("ik voel me zo alleen", {"samen"}),
        ("een brief van de belasting over mijn kind", {"brief", "geld", "samen"}),
    ],
    "pl": [
        ("długów", {"geld"}),
        ("dlugi", {"geld"}),
        ("ZASILEK", {"geld"}),
        ("szukam pracy", {"werk"}),
        ("pracę", {"werk"}),
        ("dostałem list", {"brief"}),
        ("formulaż", {"brief"}),
        ("komputeer", {"computer"}),
        ("szkola", {"samen"}),
    ],
    "bg": [
        ("писмото", {"brief"}),
        ("писмоту", {"brief"}),
        ("ДЪЛГОВЕТЕ", {"geld"}),
        ("данаци", {"geld"}),
        ("Търся работа", {"werk"}),
        ("компютар", {"computer"}),
        ("училище", {"samen"}),
    ],
    "tr": [
        ("iş", {"werk"}),
        ("İŞ ARIYORUM", {"werk"}),
        ("is ariyorum", {"werk"}),
        ("borcum var", {"geld"}),
        ("BORÇLARIM", {"geld"}),
        ("mektuplarim", {"brief"}),
        ("bilgisayer", {"computer"}),
        ("SIFREMI UNUTTUM", {"computer"}),
        ("cocugum hasta", {"samen"}),
    ],
    "ar": [
        ("الرِّسَالَةُ", {"brief"}),
        ("للرسالة", {"brief"}),
        ("رساله", {"brief"}),
        ("إستمارة", {"brief"}),
        ("ديوني", {"geld"}),
        ("الايجار", {"geld"}),
        ("ابحث عن عمل", {"werk"}),
        ("نسيت كلمة المرور", {"computer"}),
        ("مدرســــة", {"samen"}),
    ],
    "uk": [
        ("листа", {"brief"}),
        ("борги", {"geld"}),
        ("шукаю роботу", {"werk"}),
        ("компютер", {"computer"}),
        ("КОМП'ЮТЕР", {"computer"}),
        ("здоров'я", {"samen"}),
    ],
}


@pytest.mark.parametrize(
    ("language", "typed", "themes"),
    [(language, typed, themes) for language, rows in AS_TYPED.items() for typed, themes in rows],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("page", ["nl", "ar"])
def test_words_lead_to_their_theme_whatever_the_language_of_the_page(demo, page, language, typed, themes):
    reader = language if typed.casefold() == "is" else page
    assert demo.themes(typed, reader) == themes


@pytest.mark.parametrize(
    "typed",
    [
        "is",  # Turkish has a job written so, with a cedilla
        "hoe laat is het",
        "wat is dit nou weer",
        "hebben jullie ook koffie",
        "kerk",
        "fiets kapot",
        "trein naar utrecht",
        "quelque chose",
        "hallo",
    ],
)
def test_what_is_about_something_else_leads_nowhere(demo, typed):
    assert demo.themes(typed) == set()


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "\t\n",
        "😀💶",
        "'; DROP plein_wordlist; --",
        "\x00",
        "%00",
        "a",
        "-",
        "’’’",
        "\u202e",
        "ـ",
        "ً",
        "<b>",
    ],
    ids=repr,
)
def test_odd_signs_lead_nowhere(demo, typed):
    assert demo.themes(typed) == set()


def test_a_null_byte_and_an_emoji_leave_the_word_between_them(demo):
    assert demo.themes("\x00brief😀") == {"brief"}


def test_a_very_long_question_is_read_from_its_beginning(demo):
    assert demo.themes("a" * 10_000) == set()
    assert demo.themes("brief " + "x " * 5_000) == {"brief"}
    assert demo.themes("x" * LONGEST_QUESTION + " brief") == set()


def test_so_many_words_are_read_and_no_more(demo):
    filler = " ".join(f"q{number}" for number in range(MOST_WORDS))
    assert demo.themes(f"brief {filler}") == {"brief"}
    assert demo.themes(f"{filler} brief") == set()


def test_combining_signs_without_end_are_no_harm(demo):
    assert demo.themes("b" + "\u0301" * 200 + "rief") == {"brief"}


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Şikâyet", "sikayet"),
        ("IĞDIR", "igdir"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("e-mail", "email"),
        ("комп’ютер", "компютер"),
        ("الرسالة", "رسال"),
        ("أُمّ", "ام"),
        ("كتاب", "كتاب"),
        ("ﻛﺘﺎﺏ", "كتاب"),
    ],
)
def test_a_word_is_folded(written, folded):
    assert fold(written) == folded


def test_signs_that_belong_to_a_letter_do_not_cut_a_word():
    assert list(words_in("हिन्दी भाषा, taal’s-les!")) == ["हिन्दी", "भाषा", "taal’s-les"]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("cv", "cb", False),
        ("job", "jop", False),
        ("huur", "duur", False),
        ("huur", "huru", True),
        ("huur", "hurr", False),
        ("brief", "brif", True),
        ("brief", "grief", False),
        ("hallo", "haslo", False),
        ("praca", "prace", True),
        ("formulier", "fromulieer", True),
        ("formulier", "fromuleerd", False),
    ],
)
def test_short_words_are_taken_strictly(one, other, near):
    assert (is_near(one, other), is_near(other, one)) == (near, near)


def test_a_word_that_is_right_is_not_taken_for_another():
    lexicon = Lexicon.of([(1, "nl", "lezen"), (2, "nl", "lenen")], "nl")
    assert [(hit.theme, hit.sureness) for hit in lexicon.hits("lezen")] == [(1, Sureness.EXACT)]


def test_a_phrase_needs_each_of_its_words():
    lexicon = Lexicon.of([(1, "nl", "leren lezen")], "nl")
    assert [hit.theme for hit in lexicon.hits("lenen")] == []
    assert [hit.theme for hit in lexicon.hits("ik wil leren lezen")] == [1]


def test_compounds_are_taken_apart_in_languages_that_make_them_only():
    lists = [(1, "nl", "post"), (2, "en", "rent")]
    assert [hit.theme for hit in Lexicon.of(lists, "nl").hits("postadres")] == [1]
    assert [hit.theme for hit in Lexicon.of(lists, "nl").hits("differentieel")] == []


def test_a_language_without_spaces_is_found_within_a_sentence():
    lexicon = Lexicon.of([(1, "zh-hans", "信"), (2, "th", "เงิน")], "nl")
    assert [hit.theme for hit in lexicon.hits("我收到一封信")] == [1]
    assert [hit.theme for hit in lexicon.hits("ไม่มีเงิน")] == [2]
