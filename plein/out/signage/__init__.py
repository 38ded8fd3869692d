"""The screen on the plein: a television that says who is here now, who is next, and when the doors are open."""
