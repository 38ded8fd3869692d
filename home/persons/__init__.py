"""Personal data from beginning to end: what is held of somebody, a copy of it, erasing it, and the end of its time."""
