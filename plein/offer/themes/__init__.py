"""Themes: a resident finds the theme first and the organisation second, and a daypart may have a theme."""
