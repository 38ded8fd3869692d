"""Samenwerkingsafspraken: what the library and its partners agreed, as files that only they can open."""
