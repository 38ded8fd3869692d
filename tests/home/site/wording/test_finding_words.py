"""A difficult word is marked once, where an editor wrote it, in its own language, whole."""

import pytest

from home.site.wording.marking import Finder, fold, mark_words, spellings_of


def marked(html: str, *spellings: str, language: str = "nl", page: str = "nl") -> str:
    finder = Finder(spellings_of(enumerate([spelling] for spelling in spellings)), language)
    return mark_words(html, finder, page_lang=page, words_lang=language, mark=lambda number, text: f"[{number}:{text}]")


def text(words: str, *spellings: str, language: str = "nl") -> str:
    html = f'<div class="rich-text"><p>{words}</p></div>'
    return marked(html, *spellings, language=language, page=language)[26:-10]


@pytest.mark.parametrize(
    ("words", "spelling", "expected"),
    [
        ("Een toeslag. Geen toeslag.", "toeslag", "Een [0:toeslag]. Geen toeslag."),
        ("Toeslag", "toeslag", "[0:Toeslag]"),
        ("TOESLAG", "toeslag", "[0:TOESLAG]"),
        ("huurtoeslag, toeslagen", "toeslag", "huurtoeslag, toeslagen"),
        ("een ido, het IDO", "IDO", "een ido, het [0:IDO]"),
        ("digid of DigiD", "DigiD", "digid of [0:DigiD]"),
        ("Uw DigiD-code", "DigiD", "Uw DigiD-code"),
        ("(DigiD)", "DigiD", "([0:DigiD])"),
        ("een bezwaar\n maken", "bezwaar maken", "een [0:bezwaar\n maken]"),
        ("brood &amp; boter", "amp", "brood &amp; boter"),
        ("café’s", "café", "café’s"),
        ("c++ en a.o.w.", "a.o.w", "c++ en [0:a.o.w]."),
        ("het café", "cafe\u0301", "het [0:café]"),
        ("het cafe\u0301", "café", "het [0:café]"),
        ("een cafe", "café", "een cafe"),
        ("een afspraak,\u00a0bezwaar", "bezwaar", "een afspraak,\u00a0[0:bezwaar]"),
    ],
)
def test_whole_words_are_found_once_with_sensible_capitals(words, spelling, expected):
    assert text(words, spelling) == expected


@pytest.mark.parametrize(
    ("language", "words", "spelling", "expected"),
    [
        ("ar", "هذه بلدية كبيرة", "بلدية", "هذه [0:بلدية] كبيرة"),
        ("ar", "هذه بَلَدِيّة كبيرة", "بلدية", "هذه [0:بَلَدِيّة] كبيرة"),
        ("ar", "هذه بلديةٌ كبيرة", "بلدية", "هذه [0:بلديةٌ] كبيرة"),
        ("ar", "بلديتنا", "بلدي", "بلديتنا"),
        ("ar", "البلدية", "بلدية", "البلدية"),
        ("ar", "بَلَدية", "دية", "بَلَدية"),
        ("tr", "Işık yok", "ışık", "[0:Işık] yok"),
        ("tr", "IŞIK", "ışık", "[0:IŞIK]"),
        ("tr", "İş var", "iş", "[0:İş] var"),
        ("tr", "Isı ve ısı", "isi", "Isı ve ısı"),
        ("tr", "İtiraz", "İtiraz", "[0:İtiraz]"),
        ("tr", "DigiD ve IDO", "IDO", "DigiD ve [0:IDO]"),
        ("nl", "Inkomen", "inkomen", "[0:Inkomen]"),
        ("bg", "Общината и община", "община", "Общината и [0:община]"),
        ("bg", "ОБЩИНА", "община", "[0:ОБЩИНА]"),
        ("uk", "комп'ютер", "комп", "комп'ютер"),
        ("zh-hans", "我去市政厅办事", "市政厅", "我去[0:市政厅]办事"),
    ],
)
def test_words_are_found_in_every_script(language, words, spelling, expected):
    assert text(words, spelling, language=language) == expected


def test_the_longest_word_goes_first():
    assert text("bezwaar maken of bezwaar", "bezwaar", "bezwaar maken") == "[1:bezwaar maken] of [0:bezwaar]"


@pytest.mark.parametrize(
    "html",
    [
        "<p>IDO</p>",
        '<div class="rich-text"><h2>IDO</h2></div>',
        '<div class="rich-text"><p><a href="/nl/">Het <b>IDO</b></a></p></div>',
        '<div class="rich-text"><button type="button">IDO</button></div>',
        '<div class="rich-text"><img src="a.png" alt="IDO > niets"><svg><title>IDO</title></svg></div>',
        '<div class="rich-text"><!-- IDO --></div>',
        '<div class="rich-text" lang="pl"><p>IDO</p></div>',
        '<div class="rich-text"><p lang="pl">IDO <b>IDO</b></p></div>',
    ],
    ids=["not-a-text", "heading", "link", "button", "attribute", "comment", "other-language", "fragment"],
)
def test_a_word_is_left_alone_where_it_may_not_be_touched(html):
    assert marked(html, "IDO") == html


def test_a_fragment_in_the_words_language_is_marked_on_a_page_in_another():
    html = '<p class="nl-paragraph--lead">IDO</p><div class="rich-text" lang="nl"><br><p>IDO</p></div><p>IDO</p>'
    assert marked(html, "IDO", page="pl") == html.replace("<p>IDO</p></div>", "<p>[0:IDO]</p></div>")


def test_of_two_explanations_of_a_word_the_first_counts_for_all_its_spellings():
    rows = [(7, ["Taalhuis"]), (8, ["taalhuis", "Taalhuizen"]), (9, ["toeslag"])]
    assert spellings_of(rows) == {"Taalhuis": 7, "Taalhuizen": 7, "toeslag": 9}


def test_spellings_are_compared_without_capitals_unless_they_tell():
    assert (fold("Taalhuis"), fold("IDO"), fold("بَلَدية")) == ("taalhuis", "IDO", "بلدية")
