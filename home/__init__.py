"""The ground of the house: libraries, languages, pages, files, mail. It knows nothing of what stands on it."""
