"""What a page of the offer shows of features above it: its next moments, and what to read about it."""
