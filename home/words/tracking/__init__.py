"""Whether a translation still says what its source says: what it was made from, what changed, what an editor judged."""
