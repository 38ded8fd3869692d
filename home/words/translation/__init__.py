"""Translating a page in the admin: start it, see how far each language is, publish it only when it is whole."""
