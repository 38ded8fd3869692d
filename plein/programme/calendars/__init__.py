"""Calendars in and out: how a reader subscribes to the programme, and how a partner's own calendar fills it."""
