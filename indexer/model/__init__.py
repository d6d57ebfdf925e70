"""The nouns of the archive; this room imports the standard library alone."""
