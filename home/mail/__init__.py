"""Mail that the portal sends: a row in the outbox first, then a task, so that nothing is lost or sent twice."""
