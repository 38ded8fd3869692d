"""Partner organisations: what they do for you, in which languages, and what is free."""
