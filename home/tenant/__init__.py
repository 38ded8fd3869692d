"""What an installation knows first: users, languages, libraries, and the gate that keeps libraries apart."""
