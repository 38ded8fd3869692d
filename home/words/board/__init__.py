"""Which pages residents can read in their own language: what is missing, what has become old, and what to do first."""
