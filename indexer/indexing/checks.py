"""What must hold of a generation before readers see it."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from indexer.language import tokens
from indexer.model.errors import ArchiveError
from indexer.model.querytree import And, Node, SearchQuery, Word
from indexer.model.results import IndexEntry, IndexKey
from indexer.search.whoosh_engine import WhooshEngine, check_index

KNOWN_QUERIES: Final = 5


class CheckFailedError(ArchiveError):
    """A new generation is not what it should be; readers go on with the one they have."""


def check_generation(index: Path, generation: str, wanted: set[IndexKey], entries: Iterable[IndexEntry]) -> None:
    """Check that the index is on the disk as it was written, holds exactly the wanted keys, and finds a few entries.

    Raises:
        CheckFailedError: It does not.
        IndexDamagedError: It is not.
    """
    check_index(index)
    engine = WhooshEngine.open(index, generation)
    try:
        held = sorted(engine.keys())
        if held != sorted(wanted):
            raise CheckFailedError(f"The new index holds {len(held)} documents instead of {len(wanted)}.")
        for entry in islice((entry for entry in entries if entry.title), KNOWN_QUERIES):
            _check_found(engine, entry)
    finally:
        engine.close()


def _check_found(engine: WhooshEngine, entry: IndexEntry) -> None:
    words: tuple[Node, ...] = tuple(Word(entry.title[token.start : token.end]) for token in tokens(entry.title))[:32]
    if not words:
        return
    found = engine.search(SearchQuery(tree=And(words), size=100, seconds=None))
    is_found = any(match.work == entry.key.work for match in found.matches)
    if not is_found and found.total <= len(found.matches):
        raise CheckFailedError(f"The new index does not find {entry.key.work} by its title.")
