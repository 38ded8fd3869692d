"""The daily work of the plein."""
