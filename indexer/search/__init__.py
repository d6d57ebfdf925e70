"""Search: the port that an engine fills, and what is made of its matches."""
