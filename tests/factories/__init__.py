"""Small worlds for tests, made through the services: what a test needs and no more."""
