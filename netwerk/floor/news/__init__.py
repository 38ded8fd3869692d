"""Nieuws: what colleagues and partners of one plein need to know, newest first."""
