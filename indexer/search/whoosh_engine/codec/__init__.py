"""The form of the index on disk."""
