"""One moment of the programme: the page of a day, in order of time, and the page of a single session of a series."""
