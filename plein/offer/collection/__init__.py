"""Collection at the level of the reader: books, easy material, games and practice sites that go with a theme."""
