"""Focus groups: talking with people instead of about them, and turning what they say into needs."""
