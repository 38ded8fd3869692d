"""Trajectories: how a library gets to know a new group, month by month, with what came of it and where it is stuck."""
