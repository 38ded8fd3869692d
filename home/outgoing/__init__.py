"""Requests that the portal makes to other computers, at addresses that somebody else wrote."""
