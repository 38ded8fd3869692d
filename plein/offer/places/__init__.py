"""The plein itself: its own name, its rooms, when it is open and how to get in (handreiking, fase 1 and 2)."""
