"""Citations: symbols found in running text -> which documents a document names, on which place, in which sentence."""

from indexer.citations.citation import FoundCitation
from indexer.citations.citing import cited_in

__all__ = ["FoundCitation", "cited_in"]
