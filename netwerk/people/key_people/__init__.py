"""Sleutelpersonen: people whom their community trusts, and who help us to be trusted. Public only by consent."""
