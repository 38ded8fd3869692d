"""When it is: the timetable, its moments, events, and calendars that come in and go out."""
