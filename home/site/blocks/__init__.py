"""The vocabulary of which editors make a page; features compose, they do not invent blocks."""
