"""The people of a library: those who work there, and those who are trusted in a community."""
