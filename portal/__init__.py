"""The project: settings, addresses, the commands that build and run the portal, and its catalogues of strings."""
