"""The wall between libraries in the admin: what a library's staff can reach there, and nothing else."""
