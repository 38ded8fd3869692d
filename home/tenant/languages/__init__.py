"""The languages in which residents read, and which page is there in which language."""
