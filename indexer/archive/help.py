"""What readers are told of the query language: rows of an example and what it finds."""

from indexer.querylanguage import QUERY_HELP

__all__ = ["QUERY_HELP"]
