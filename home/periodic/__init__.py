"""Work that the portal does by itself, every minute or day: when it last ran, how that went, when it is due."""
