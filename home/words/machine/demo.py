"""The words of the network that stay as they are in every language."""

from home.words.machine.services import save_term

WORDS = ["plein", "Ontwikkelplein", "IDO", "Taalhuis", "DigiD", "praatplaat"]


def build() -> None:
    """Make the words of the network."""
    for word in WORDS:
        save_term(word=word)
