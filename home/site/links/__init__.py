"""Addresses: links in texts, what search engines may read, and what a moved page leaves behind."""
