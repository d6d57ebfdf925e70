"""The two doors of the archive: reading (find, open, browse) and keeping (add, adopt, remove, reindex, verify)."""
