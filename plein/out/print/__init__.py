"""The week on paper: a folder to take along, a poster for the wall, and the page from which they are printed."""
