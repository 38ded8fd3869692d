"""Het rooster: wie zit er wanneer, wie valt uit, wie neemt het over. Bezoekers zien alleen wie dat goedvond."""
