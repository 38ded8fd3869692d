"""Counting in Dutch: sentences, words, syllables, passives, and the two formulas that rest on them.

Nothing here knows of pages; a text is a string, and it goes nowhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LETTERS = "a-zà-öø-ÿĳ"
WORD = re.compile(rf"[{LETTERS}]+(?:[’'-][{LETTERS}]+)*", re.IGNORECASE)
# A sentence ends at a full stop, question or exclamation mark, followed by a blank and no small letter.
SENTENCE_END = re.compile(rf"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+(?=[^{LETTERS}])")
ABBREVIATION = re.compile(
    r"(?:\b(?i:bijv|bv|dhr|mevr|mw|dr|ir|nr|st|tel|enz|blz|ca|max|min|incl|excl|resp|evt)|\b[A-Z]|\b[a-z](?:\.[a-z])+)\.$"
)
CLOSED = re.compile(r"[.!?…:][\"'”’)]*$")
# A line without a full stop and with no more words than this is a heading, a label or a name.
MOST_WORDS_OF_LABEL = 8

ACCENTS = str.maketrans("áàâéèêíìîóòôúùûç", "aaaeeeiiiooouuuc")
# Spelling that its letters do not tell: borrowed words, and endings in which two vowels are sounded apart.
RESPELLED = (
    (re.compile(r"(?<=[mst])eum"), "e-um"),
    (re.compile(r"sites?\b"), "sait"),
    (re.compile(r"(?<=[nf])line\b"), "lain"),
    (re.compile(r"\bupdates?\b"), "updeet"),
    (re.compile(r"teams?\b"), "tiem"),
    (re.compile(r"(?<=[np])load"), "loot"),
    (re.compile(r"milieu"), "miljeu"),
    (re.compile(r"face\b"), "fees"),
    (re.compile(r"coach"), "kootsj"),
    (re.compile(r"service"), "servis"),
    (re.compile(r"(?<=[st])ion\b"), "jon"),
    (re.compile(r"(?<=[st])ions"), "jons"),
    (re.compile(r"qu"), "kw"),
    (re.compile(r"ĳ"), "ij"),
    (re.compile(r"\by(?=[aeiou])"), "j"),
    (re.compile(r"(?<=[aeou])y(?=[aeiou])"), "j"),
)
# The vowels of one syllable, longest first; what is left over counts letter by letter.
NUCLEUS = re.compile(
    r"eeu|ieu(?=w|\b)|eau|aai|ooi|oei|ij|ëi|ïe|aa|ee|oo|uu|oe|ie(?=e[nr]?\b)|ie(?![eu])|eu|ui|ei|ai|oi|ou|au|[aeiouyäëïöü]"
)


def syllables(word: str) -> int:
    """How many syllables a Dutch word has, at least one; ``DigiD`` and the like by their vowels."""
    # In *carrière* the accent parts two vowels.
    plain = word.lower().replace("iè", "i-e").translate(ACCENTS)
    for pattern, spelled in RESPELLED:
        plain = pattern.sub(spelled, plain)
    return max(1, sum(len(NUCLEUS.findall(part)) for part in re.split(r"[’'-]", plain)))


def words_of(text: str) -> list[str]:
    """The words of a text; figures are none."""
    return WORD.findall(text)


def sentences_of(lines: Iterable[str]) -> list[str]:
    """The sentences of a text given line by line. A heading or a label is no sentence."""
    found: list[str] = []
    for line in lines:
        text = " ".join(line.split())
        if not CLOSED.search(text) and len(words_of(text)) <= MOST_WORDS_OF_LABEL:
            continue
        held = ""
        for part in SENTENCE_END.split(text):
            held = f"{held} {part}" if held else part
            if not ABBREVIATION.search(held):
                found.append(held)
                held = ""
        if held:
            found.append(held)
    return [sentence for sentence in found if words_of(sentence)]


@dataclass(frozen=True, slots=True)
class Count:
    """What a formula needs."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_word(self) -> float:
        return self.syllables / self.words if self.words else 0.0


def count(sentences: list[str]) -> Count:
    """Count sentences, words and syllables."""
    words = [word for sentence in sentences for word in words_of(sentence)]
    return Count(len(sentences), len(words), sum(syllables(word) for word in words))


def flesch_douma(counted: Count) -> float:
    """Reading ease after Flesch, for Dutch: 206.84 - 0.93 x words a sentence - 0.77 x syllables a hundred words.

    From 0 (very hard) to 100 (very easy), and beyond both for odd texts. Source: W. H. Douma, *De leesbaarheid van
    landbouwbladen*, Wageningen 1960; the same coefficients stand in the Dutch Wikipedia ("Leesbaarheid") and in the
    analysis of Yoast. One open package has 93 and 0.77 the other way round, which is a slip.
    """
    return 206.84 - 0.93 * counted.words_per_sentence - 77 * counted.syllables_per_word


def brouwer(counted: Count) -> float:
    """Reading index A: 195 - 2 x words a sentence - 2/3 x syllables a hundred words.

    Source: R. H. M. Brouwer, *Onderzoek naar de leesmoeilijkheid van Nederlands proza*, Pedagogische Studiën 40 (1963).
    """
    return 195 - 2 * counted.words_per_sentence - 200 / 3 * counted.syllables_per_word


BECOME = frozenset({"word", "wordt", "worden", "werd", "werden"})
BE = frozenset({"ben", "bent", "is", "zijn", "was", "waren"})
# A participle: ge…d, ge…t, ge…en, or one of the prefixes that take no ge-; a particle may stand in front.
PARTICIPLE = re.compile(
    r"(?:af|aan|in|op|uit|door|mee|na|om|over|voor|weg|terug|toe|vast|bij|klaar|samen|tegen|goed)?"
    r"(?:ge[a-zë-ü]{2,}(?:d|t|en)|(?:be|ver|her|ont)[a-zë-ü]{2,}(?:d|t|en))"
)
NO_PARTICIPLE = frozenset(
    [
        "gebied",
        "gebieden",
        "gebed",
        "gebouwen",
        "gebruiken",
        "bed",
        "beeld",
        "beelden",
        "beiden",
        "beide",
        "bekend",
        "belangen",
        "benen",
        "besluit",
        "besluiten",
        "best",
        "bestand",
        "bestanden",
        "bedrag",
        "bericht",
        "berichten",
        "beroep",
        "beweging",
        "bewoners",
        "bezoekt",
        "betaalbaar",
        "geboren",
        "geduld",
        "geen",
        "geheugen",
        "gebeuren",
        "gekend",
        "gelden",
        "geleden",
        "geliefd",
        "gelegenheid",
        "gemeenten",
        "gemiddeld",
        "genoeg",
        "gesprekken",
        "gevoelens",
        "gegevens",
        "gevallen",
        "gewend",
        "gewicht",
        "gewoonten",
        "gezicht",
        "gezichten",
        "gezinnen",
        "gezond",
        "geschikt",
        "geen",
        "gerecht",
        "getuigen",
        "herhalen",
        "verband",
        "verkeerd",
        "verschillend",
        "verschillen",
        "verstand",
        "vertrouwen",
        "verhalen",
        "vergaderingen",
        "verwacht",
        "ontmoeten",
        "bespreken",
        "beginnen",
        "bellen",
        "betalen",
        "bezoeken",
        "beslissen",
        "bewaren",
        "bieden",
        "betekent",
        "vertellen",
        "verdienen",
        "veranderen",
    ]
)
DETERMINERS = frozenset({"de", "het", "een", "uw", "onze"})


def _participles(words: list[str]) -> list[str]:
    """Words that look like a past participle and do not stand right after *the* or *your*, as a noun does."""
    return [
        word
        for before, word in zip(["", *words], words, strict=False)
        if PARTICIPLE.fullmatch(word) and word not in NO_PARTICIPLE and before not in DETERMINERS
    ]


def is_passive(sentence: str) -> bool:
    """Whether a sentence says what is done and not who does it, by its words: *worden* (or *zijn … door*) + participle.

    A guess: *is gesloten* may be a state and *is gekomen* is active, so *zijn* counts with *door* only.
    """
    for clause in re.split(r"[,;:–]", sentence.lower()):
        words = words_of(clause)
        if not _participles(words):
            continue
        if BECOME & set(words) or (BE & set(words) and "door" in words):
            return True
    return False
