"""Finding a page by words: in the reader's language first, in Dutch where nobody translated it."""
