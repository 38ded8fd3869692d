"""The two formulas and the count of syllables, against examples that others published.

A line of text and its number is quoted from each; nothing else of them is here. Where our number differs, the
reason stands beside it.
"""

import pytest

from home.words.plain_language.readability import Count, brouwer, count, flesch_douma, sentences_of, syllables

YOAST = "YoastSEO.js, spec/researches/calculateFleschReadingSpec.js"
YOAST_FIRST = "YoastSEO.js, spec/researches/calculateFleschReadingDutchSpec.js (2016)"
INDEX = "leesbaarheidsindex.py, its unittests"
MANUSCRIPT = "leesbaarheid/formules.py, its test_formules.py"
LANGUAGE_MCP = "language-mcp, tests/b1-lix-brouwer.test.ts"


def lines_of_seventeen(words: list[str]) -> str:
    """Three sentences of seventeen words, as that test makes them."""
    return " ".join(" ".join(words[start : start + 17]).capitalize() + "." for start in (0, 17, 34))


# A text, and its published score by Flesch-Douma. All have the constants 206.84, 0.77 and 0.93.
DOUMA = [
    ("Een stukje tekst om scores te berekenen.", 68.3, YOAST_FIRST),
    ("Een kort stukje tekst in het Nederlands om te testen.", 89.7, YOAST),
    (
        (
            "Dit is wat meer tekst om te testen. "
            "Het bestaat uit meerdere zinnen waardoor we een andere score moeten krijgen."
        ),
        78.2,
        YOAST,
    ),
    # These two are published without capital and full stop.
    ("Een zin met aap noot mies.", 124.3, INDEX),
    ("Een vreselijk ingewikkeld en gecompliceerd tekstfragment.", -4.1, INDEX),
    ("De kat zat op de mat.", 124.3, MANUSCRIPT),
]
# A text, and its published score by index A of Brouwer, with 195, 2 and two thirds.
BROUWER = [
    (lines_of_seventeen(["kat", "hond", "boek"] * 17), 94.3, LANGUAGE_MCP),
    (lines_of_seventeen(["vergadering"] * 51), -105.7, LANGUAGE_MCP),
    (lines_of_seventeen(["auto", "auto", "kat"] * 17), 49.9, LANGUAGE_MCP),
]
# Sentences, words and syllables; the score by Douma and by Brouwer that is published for them, if any.
COUNTED = [
    (Count(10, 50, 100), 48.2, None, "wordpress-seo, spec/languageProcessing/languages/nl"),
    (Count(3, 12, 18), 87.62, 87.0, "Wordless, tests/tests_measures/test_measures_readability.py"),
    # Published by Brouwer: 54.5. That test rounds two thirds of 100 to 67, which makes a third of a point for each
    # syllable in a word: half a point here.
    (Count(5, 100, 150), 72.74, 55.0, MANUSCRIPT),
]

# Syllables of a word. From wordpress-seo, spec/languageProcessing/languages/nl/config/syllablesSpec.js.
SYLLABLES = {
    1: "nieuw qua quorn",
    2: "download aaien bureau geuit milieu eiig station fusion dooien duaal duo bouquet buien prieel foyer",
    3: """
        interface aorta Indiër Koreaan bemoeien atheïst copieus Keniaan atrium arboarts reünie vacuüm actueel suède
        papaya cayenne employé coyote gruyère chatoyant lyofiel voetbalteam
    """,
    4: """
        deodorant alinea geboorteuur milieubeheer zionisme carrière microbieel parochieel principieel mayonaise
        ayurveda erlenmeyer Kanaäniet reclameyup appuyeren
    """,
    5: "politieauto coördinatie ceremonieel microbiële parochiële principiële notariële polyurethaan linnaeusklokje",
    6: "gemeenteambtenaar ceremoniële hockeyacademie polyacetyleen",
}
# From obsidian-readability-compass, src/__tests__/language.test.ts, the tests of leesbaarheidsindex.py and of
# leesbaarheid/formules.py, in this order.
MORE_SYLLABLES = {
    1: "boom mooi een",
    2: "testen voorbeeld",
    3: "leesbaarheid eieren lettergreep",
    4: "beëindigen",
    5: "organisatie",
    6: "ziekenhuisopname",
}
WORDS = [
    (word, number) for table in (SYLLABLES, MORE_SYLLABLES) for number, words in table.items() for word in words.split()
]
# The same list of wordpress-seo counts the sounds of these: *pa-tjent*. A dictionary hyphenates *pa-ti-ent*, and
# so do we: one more each. (Published, ours.)
SOUNDED = {
    "patiënt": (2, 3),
    "recipiënt": (3, 4),
    "efficiënt": (3, 4),
    "spatiaal": (2, 3),
    "initiaal": (3, 4),
    "potentiaal": (3, 4),
    "pensioen": (2, 3),
}


@pytest.mark.parametrize(("text", "score", "source"), DOUMA)
def test_text_has_the_score_of_douma_that_others_published(text: str, score: float, source: str) -> None:
    assert round(flesch_douma(count(sentences_of([text]))), 1) == score, source


@pytest.mark.parametrize(("text", "score", "source"), BROUWER)
def test_text_has_the_index_of_brouwer_that_others_published(text: str, score: float, source: str) -> None:
    assert round(brouwer(count(sentences_of([text]))), 1) == score, source


@pytest.mark.parametrize(("counted", "douma", "index", "source"), COUNTED)
def test_counts_have_the_scores_that_others_published(
    counted: Count, douma: float, index: float | None, source: str
) -> None:
    # Some publish one decimal, some two.
    assert flesch_douma(counted) == pytest.approx(douma, abs=0.05), source
    assert index is None or brouwer(counted) == pytest.approx(index), source


def test_there_are_ten_published_examples_at_least() -> None:
    assert (
        len(DOUMA) + len(BROUWER) + sum(1 + (index is not None) for _counted, _douma, index, _source in COUNTED) >= 10
    )


@pytest.mark.parametrize(("word", "number"), WORDS)
def test_word_has_the_syllables_that_others_published(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(("word", "published", "ours"), [(word, *numbers) for word, numbers in SOUNDED.items()])
def test_word_is_hyphenated_where_others_sound_it(word: str, published: int, ours: int) -> None:
    assert (syllables(word), ours - published) == (ours, 1)
