"""The same words in many languages: translating them, seeing what is out of date, and plain Dutch."""
