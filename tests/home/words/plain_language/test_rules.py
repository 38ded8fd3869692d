"""Counting in Dutch, and the two formulas, against words and sentences that were counted by hand."""

import pytest

from home.words.plain_language.readability import (
    Count,
    brouwer,
    count,
    flesch_douma,
    is_passive,
    sentences_of,
    syllables,
    words_of,
)

# Syllables by the hyphenation of a dictionary, counted by hand.
COUNTED = {
    1: """
        de een huis mooi haai nieuw eeuw jij één vóór team coach thee taal quiz tien zee twee leeuw uw ruw
        vrouw blauw fooi neus bui fruit juist trein reis school vraag brief 's oom uur iets zien geen nee doen
        hoe ijs blij hij ras nieuws deur stoel groen sneeuw buurt
    """,
    2: """
        tafel mooie haaien moeilijk moeite nieuwe eeuwen milieu bureau cadeau station actie knieën zeeën idee
        kijken schrijven vrije keien bloeien café online website e-mail toilet euro eiland buien duwen zoals
        ouder toeslag afspraak spreekuur gratis koffie talen systeem hobby type yoga naïef premie tweede
        schreeuwen blauwe lawaai draaien gooien groeien koeien boeiend zaaien sleutel detail huisarts tandarts
        leraar student cursus lezen vragen antwoord brieven paspoort wachtwoord auto auto's foto's baby uren
        zoeken hoeven bijna vijftien ochtend middag weekend maandag woensdag doodstraf wegens godsdienst
        geslacht vrijheid nieuwsbrief meubels keuken zwembad muziek stoelen groene buurvrouw cliënt
    """,
    3: """
        museum radio video sociaal ideeën België ruïne patiënt actueel theater reactie theorie gemeente
        creatief cultureel bijeenkomst bijzonder partijen geopend computer oase medium Europa eigenlijk
        nauwelijks provincies iedereen hierover belasting zorgtoeslag telefoon kinderen oudere formulier
        aanvragen huurtoeslag inschrijven Nederlands Nederland reünie poëzie mozaïek egoïst idioot piano Maria
        familie historie gebeuren affaire apotheek ziekenhuis diploma oefenen rekenen rijbewijs gebruiker
        inloggen Lauriergracht makelaar waardigheid opgelegd gelijke gevallen behandeld gezindheid handicap
        accountant variant serieus religie geniaal speciaal principe ervaring oktober kwaliteit cliënten
    """,
    4: """
        sociale informatie financieel financiën officieel Italië industrieën efficiënt januari februari
        vrijwilliger bibliotheek beoordelen beantwoorden beëindigen belastingdienst verzekering verzekeraar
        diabetes medicijnen gemeentehuis functioneel situatie procedure mogelijkheid maatschappelijk
        ondersteuning begeleiding samenwerking politieke serieuze religieus materiaal ambitieus
    """,
    5: """
        coöperatie realiseren geïnteresseerd telefoonnummer openingstijden universiteit identiteitskaart
        organisatie organisaties professioneel communicatie evaluatie werkgelegenheid discriminatie
        toegankelijkheid initiatief
    """,
    6: """
        individuele verantwoordelijkheid levensovertuiging
    """,
}
WORDS = [(word, number) for number, words in COUNTED.items() for word in words.split()]

# Words, syllables of each word, and the score by Flesch-Douma: 206.84 - 0.93 x words - 77 x syllables / words.
# Law (which nobody owns), the Universal Declaration, and texts out of copyright; their syllables were counted by hand.
# Examples with a score that others published are in test_published.py.
SENTENCES = [
    # Grondwet, artikel 1
    (
        "Allen die zich in Nederland bevinden, worden in gelijke gevallen gelijk behandeld.",
        [2, 1, 1, 1, 3, 3, 2, 1, 3, 3, 2, 3],
        35.3,
    ),
    # Grondwet, artikel 114
    ("De doodstraf kan niet worden opgelegd.", [1, 2, 1, 1, 2, 3], 72.9),
    # Grondwet, artikel 19
    (
        "Bevordering van voldoende werkgelegenheid is voorwerp van zorg der overheid.",
        [4, 1, 3, 5, 1, 2, 1, 1, 1, 3],
        28.1,
    ),
    # Grondwet, artikel 7
    (
        "Niemand heeft voorafgaand verlof nodig om door de drukpers gedachten of gevoelens te openbaren.",
        [2, 1, 3, 2, 2, 1, 1, 1, 2, 3, 1, 3, 1, 4],
        45.3,
    ),
    # Universele Verklaring van de Rechten van de Mens, artikel 1
    (
        "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren.",
        [2, 2, 2, 1, 1, 2, 1, 3, 1, 2, 3],
        56.6,
    ),
    # The same, artikel 3
    (
        "Een ieder heeft het recht op leven, vrijheid en onschendbaarheid van zijn persoon.",
        [1, 2, 1, 1, 1, 1, 2, 2, 1, 4, 1, 1, 2],
        76.3,
    ),
    # Multatuli, Max Havelaar (1860), the first sentence, up to the number of the house
    ("Ik ben makelaar in koffie, en woon op de Lauriergracht.", [1, 1, 3, 1, 2, 1, 1, 1, 1, 3], 82.0),
    # Songs for children, 19th century
    ("Altijd is Kortjakje ziek, midden in de week maar zondags niet.", [2, 1, 3, 1, 2, 1, 1, 1, 1, 2, 1], 84.6),
    ("Zie de maan schijnt door de bomen.", [1, 1, 1, 1, 1, 1, 2], 112.3),
]


@pytest.mark.parametrize(("word", "number"), WORDS)
def test_syllables_of_a_word_are_those_of_the_dictionary(word: str, number: int) -> None:
    assert syllables(word) == number


def test_list_of_counted_words_is_long_enough_to_trust() -> None:
    assert len(WORDS) > 150


@pytest.mark.parametrize(("sentence", "by_hand", "score"), SENTENCES)
def test_known_sentence_has_its_score(sentence: str, by_hand: list[int], score: float) -> None:
    assert [syllables(word) for word in words_of(sentence)] == by_hand
    counted = count(sentences_of([sentence]))
    assert (counted.sentences, counted.words, counted.syllables) == (1, len(by_hand), sum(by_hand))
    assert round(flesch_douma(counted), 1) == score


def test_formula_of_brouwer_is_written_out() -> None:
    # 195 - 2 x 5 - 2/3 x 200
    assert round(brouwer(Count(10, 50, 100)), 1) == 51.7


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        (["Kom langs. Het is gratis!"], ["Kom langs.", "Het is gratis!"]),
        (["Neem iets mee, bijv. Een brief of uw pas."], ["Neem iets mee, bijv. Een brief of uw pas."]),
        (["Dhr. De Wit helpt u. Bel hem."], ["Dhr. De Wit helpt u.", "Bel hem."]),
        (["Open om 13.00 uur. Daarna dicht."], ["Open om 13.00 uur.", "Daarna dicht."]),
        (["Wie helpt u?", "In het gebouw"], ["Wie helpt u?"]),
        (["Hij zei: ‘Kom binnen.’ Dat deed ik."], ["Hij zei: ‘Kom binnen.’", "Dat deed ik."]),
        (["een twee drie vier vijf zes zeven acht negen"], ["een twee drie vier vijf zes zeven acht negen"]),
        ([""], []),
    ],
)
def test_text_is_cut_into_sentences_and_labels_are_left_out(lines: list[str], sentences: list[str]) -> None:
    assert sentences_of(lines) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Uw aanvraag wordt binnen vier weken behandeld.",
        "De formulieren worden door ons ingevuld.",
        "Er werd een afspraak gemaakt.",
        "U zult worden gebeld door een collega.",
        "De brief is door de gemeente verstuurd.",
        "Als u te laat bent, wordt de boete verhoogd.",
    ],
)
def test_passive_sentence_is_seen(sentence: str) -> None:
    assert is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij behandelen uw aanvraag binnen vier weken.",
        "Het plein is gesloten.",
        "Zij is gisteren gekomen.",
        "Het wordt druk in het gebouw.",
        "Hij wordt morgen veertig.",
        "Alle mensen worden vrij geboren.",
        "Ik heb de brief gelezen.",
        "De kinderen worden gezond en groot.",
        "Wij zijn er door het hele gebied.",
    ],
)
def test_active_sentence_is_left_alone(sentence: str) -> None:
    assert not is_passive(sentence)
