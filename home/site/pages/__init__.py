"""The page types everything else is built on, and how an address becomes a page in a language."""
