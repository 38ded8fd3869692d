"""The accessibility statement of a library: how far its site is for everybody, what is not yet, and whom to tell."""
