"""The work behind the square: people, outreach and partners. Holds personal data; the public areas cannot see it."""
