"""Index of the models of this floor, a sorted line a feature."""

from netwerk.door.intranet.pages import IntranetRootPage  # noqa: F401
