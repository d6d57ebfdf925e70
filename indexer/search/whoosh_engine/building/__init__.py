"""Makes segments."""
