"""Mail that the portal sends: in words that a library can change, through an outbox, so that nothing is lost."""
