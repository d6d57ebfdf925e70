"""Measurements of the search engine beside a named peer: they print tables and assert nothing."""
