"""Personal links: somebody without an account does one thing, with a link that is hers and that ends."""
