"""The way in: who may enter the intranet, and its first page."""
