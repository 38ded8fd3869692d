"""A first draft by a translation computer: within the library's words and budget, and marked until somebody read it."""
