"""What there is on the square: the place, its partners, themes, offers and collection."""
