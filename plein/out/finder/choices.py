"""Codes of the finder, and what it reads."""

from enum import IntEnum

# So much of a question is read: enough for three sentences. What is beyond is left alone.
LONGEST_QUESTION = 300
MOST_WORDS = 30
LONGEST_WORD = 60


class Sureness(IntEnum):
    """How sure it is that a word of the question is a word of a list."""

    GUESS = 55
    SOUND = 65
    PART = 75
    TAIL = 80
    INFLECTED = 85
    EXACT = 100
    PHRASE = 110
