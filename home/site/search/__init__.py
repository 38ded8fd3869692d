"""Finding a page by words, with endings and mistakes as people type them: in the reader's language, else in Dutch."""
