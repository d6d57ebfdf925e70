"""The port: all that the archive asks of a search engine, whichever one it is."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self

from indexer.model.querytree import Facet, Node, SearchQuery
from indexer.model.results import FacetCount, IndexEntry, IndexKey, Matches
from indexer.search.spots import Spots


class SearchEngine(Protocol):
    """Answers questions about one generation of the index; safe to share between threads."""

    generation: str

    def search(self, query: SearchQuery) -> Matches:
        """Return one page of works, with exact totals and facet counts unless time ran out."""
        ...

    def facet_values(self, query: SearchQuery, facet: Facet) -> tuple[FacetCount, ...]:
        """Return every value of a facet over all matches, made without the facet's own choice.

        Values come with the most works first, then by value.
        """
        ...

    def spots(self, tree: Node, keys: Iterable[IndexKey]) -> Iterator[Spots | None]:
        """Yield for each key where a query matches in the body; None where there is no such index document."""
        ...

    def terms_near(self, word: str) -> tuple[str, ...]:
        """Return words of the index close to this one, the most likely meant first; at most five."""
        ...

    def keys(self) -> Iterator[IndexKey]:
        """Yield the key of every index document, for verification."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class IndexWriter(Protocol):
    """Changes an index; commits on leaving the context without an error, else nothing happened."""

    def add(self, entry: IndexEntry) -> None:
        """Put an entry in, in the place of one with the same key."""
        ...

    def remove(self, key: IndexKey) -> None:
        """Take an entry out; nothing happens where there is none."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
