"""Wie is wie: everybody who works on the plein, for the library or a partner, and who is in today."""
