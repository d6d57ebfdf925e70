"""What may have been meant where nothing was found."""

from collections.abc import Sequence

from indexer.model.querytree import And, Node, SearchQuery, Word
from indexer.search.engine import SearchEngine
from indexer.search.terms import words_of

MOST_WORDS = 8
"""Longer queries are not corrected: they are texts that were pasted."""


def suggest(words: Sequence[str], engine: SearchEngine) -> str | None:
    """Return the words with those that the index does not have replaced by near ones; None where that finds nothing."""
    if not words or len(words) > MOST_WORDS:
        return None
    corrected = [word if _total(engine, word) else _nearest(engine, word) for word in words]
    known = [word for word in corrected if word is not None]
    if len(known) < len(words) or known == list(words):
        return None
    return " ".join(known) if _total(engine, *known) else None


def _nearest(engine: SearchEngine, word: str) -> str | None:
    folded = words_of((word,))
    near = engine.terms_near(folded[0]) if len(folded) == 1 else ()
    return near[0] if near else None


def _total(engine: SearchEngine, *words: str) -> int:
    tree: tuple[Node, ...] = tuple(Word(word) for word in words)
    return engine.search(SearchQuery(tree=And(tree), size=1)).total
