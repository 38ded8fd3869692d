"""Who, when, with what: series that return, changes to one session, and the one selector that all share."""
