"""What a library administrator arranges for her own library: who works there, its languages, its name and style."""
