"""The public square: who is here, when, for what, in which language."""
