"""How often something may be done from one place, before whoever does it has to wait a little longer each time."""
