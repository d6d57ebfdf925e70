"""HTTP: parse, call the archive, present."""
