"""Consent: what somebody was asked, in which words, what she answered, and what is public because of it."""
