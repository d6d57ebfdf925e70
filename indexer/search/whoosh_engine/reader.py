"""Answers questions about one generation of the index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, Self

import numpy as np

from indexer.kept import Kept
from indexer.model.identifiers import Language, WorkId
from indexer.model.querytree import Facet, Node, SearchQuery, Sort, WordLeaf
from indexer.model.results import FacetCount, FacetCounts, IndexKey, Match, Matches, TotalRelation
from indexer.search.spots import Spots
from indexer.search.whoosh_engine.arrays import Integers, Numbers, Scores
from indexer.search.whoosh_engine.codec.contents import read_contents
from indexer.search.whoosh_engine.codec.segment import Segment, open_segments
from indexer.search.whoosh_engine.columns import Columns
from indexer.search.whoosh_engine.errors import IndexDamagedError
from indexer.search.whoosh_engine.evaluation import Deadline, Evaluator
from indexer.search.whoosh_engine.facets import Counter, every_value, most_frequent, starts_of_works
from indexer.search.whoosh_engine.filtering import Passes, passes
from indexer.search.whoosh_engine.found import Found
from indexer.search.whoosh_engine.markers import check_marker
from indexer.search.whoosh_engine.memory import keep_freed_memory
from indexer.search.whoosh_engine.ordering import Ordering
from indexer.search.whoosh_engine.postings import Postings
from indexer.search.whoosh_engine.spots import SpotFinder
from indexer.search.whoosh_engine.vocabulary import Vocabulary

BYTES_OF_ANSWERS: Final = 256 << 20
"""Of which documents have the words that are asked for again and again, so much is kept."""


class _Works(NamedTuple):
    """Matching works: `documents[starts[i]:ends[i]]` are the matching versions of `works[i]`."""

    works: Integers
    found: Found
    starts: Numbers
    ends: Numbers
    scores: Scores


class WhooshEngine:
    """The index of one generation; safe to share between threads."""

    def __init__(self, generation: str, columns: Columns, postings: Postings) -> None:
        """Use `open`."""
        self.generation = generation
        self._columns = columns
        self._postings = postings
        self._ordering = Ordering(columns)
        self._vocabulary = Vocabulary(postings)
        self._counter = Counter(columns)
        self._words: Kept[WordLeaf, Found] = Kept(BYTES_OF_ANSWERS, _bytes)

    @classmethod
    def open(cls, folder: Path, generation: str) -> Self:
        """Open the index in a folder.

        Raises:
            IndexDamagedError: A file is missing or not as it was written.
            IndexOutdatedError: The index was made by other rules than this program's.
        """
        keep_freed_memory()
        check_marker(folder)
        contents = read_contents(folder)
        columns = Columns(folder / contents.columns)
        try:
            segments = open_segments(contents.segments, folder)
        except IndexDamagedError:
            columns.close()
            raise
        return cls(generation, columns, Postings(segments, columns))

    def search(self, query: SearchQuery) -> Matches:
        """Return one page of works, with exact totals and facet counts unless time ran out."""
        deadline = Deadline(query.seconds)
        found = self._evaluated(query, deadline)
        passing = passes(self._columns, query.filters)
        works = self._works(_passing(found, passing))
        return Matches(
            total=len(works.works),
            relation=TotalRelation.AT_LEAST if deadline.was_met else TotalRelation.EXACT,
            matches=tuple(self._page(query, works)),
            facets=self._facets(query, found, works.found, passing),
        )

    def facet_values(self, query: SearchQuery, facet: Facet) -> tuple[FacetCount, ...]:
        """Return every value of a facet over all matches, made without the facet's own choice."""
        found = self._evaluated(query, Deadline(query.seconds))
        documents = _passing(found, passes(self._columns, query.filters), facet).documents
        return every_value(self._columns.by_field[facet], self._counter.works_by_value(facet, documents))

    def spots(self, tree: Node, keys: Iterable[IndexKey]) -> Iterator[Spots | None]:
        """Yield for each key where a query matches in the body; None where there is no such index document."""
        places = [(key.language, self._place(key)) for key in keys]
        wanted: dict[Segment, set[int]] = defaultdict(set)
        for segment, number in (place for _, place in places if place):
            wanted[segment].add(number)
        finders = {
            segment: SpotFinder(tree, segment, self._vocabulary, frozenset(numbers))
            for segment, numbers in wanted.items()
        }
        for language, place in places:
            yield finders[place[0]].spots(place[1], language) if place else None

    def _place(self, key: IndexKey) -> tuple[Segment, int] | None:
        """Return the segment of an index document, and its number there; None where there is none."""
        document = self._columns.document(key)
        return None if document is None else self._postings.segment_of(int(self._columns.numbers[document]))

    def terms_near(self, word: str) -> tuple[str, ...]:
        """Return words of the index close to this one, the most likely meant first; at most five."""
        return self._vocabulary.near(word)

    def keys(self) -> Iterator[IndexKey]:
        """Yield the key of every index document, for verification."""
        yield from self._columns.keys()

    def close(self) -> None:
        """Let go of the files."""
        self._postings.close()
        self._columns.close()

    def _evaluated(self, query: SearchQuery, deadline: Deadline) -> Found:
        return Evaluator(self._columns, self._postings, self._vocabulary, self._words, deadline).evaluate(query.tree)

    def _works(self, found: Found) -> _Works:
        """Collapse matching documents to works; the best version's score is the work's."""
        if self._columns.number_of_works == self._columns.size:
            starts = np.arange(len(found.documents) + 1)
            return _Works(found.documents, found, starts[:-1], starts[1:], found.scores)
        works = self._columns.work_of[found.documents]
        starts = np.flatnonzero(starts_of_works(works))
        best = np.maximum.reduceat(found.scores, starts) if len(starts) else found.scores
        return _Works(works[starts], found, starts, np.append(starts[1:], len(works)), best)

    def _page(self, query: SearchQuery, works: _Works) -> Iterator[Match]:
        for place in self._ordering.page(query, works.works, works.scores).tolist():
            yield self._match(query.sort, works, place)

    def _match(self, sort: Sort, works: _Works, place: int) -> Match:
        work, score = int(works.works[place]), float(works.scores[place])
        return Match(
            work=WorkId(self._columns.works[work].decode()),
            languages=tuple(self._languages(works, slice(works.starts[place], works.ends[place]))),
            score=score,
            sort_key=self._ordering.sort_key(sort, work, score),
        )

    def _languages(self, works: _Works, versions: slice) -> Iterator[Language]:
        """Yield the languages of a work's matching versions, the best first."""
        documents, scores = works.found.documents[versions], works.found.scores[versions]
        if len(documents) == 1:
            yield self._columns.languages[self._columns.language_of[documents[0]]]
            return
        for place in np.argsort(-scores, kind="stable").tolist():
            yield self._columns.languages[self._columns.language_of[documents[place]]]

    def _facets(self, query: SearchQuery, found: Found, passed: Found, passing: Passes) -> dict[str, FacetCounts]:
        """Return the counts of facets, each over matches that its own choice has not been put to."""
        without_choice = [facet for facet in query.facets if facet not in passing.by_name]
        counts = self._counter.counts(without_choice, passed.documents)
        for facet in query.facets:
            if facet in passing.by_name:
                counts[facet] = self._counter.works_by_value(facet, _passing(found, passing, facet).documents)
        return {facet: self._most_frequent(query, facet, counts[facet]) for facet in query.facets}

    def _most_frequent(self, query: SearchQuery, facet: Facet, counts: Numbers) -> FacetCounts:
        chosen = query.filters.chosen.get(facet, ())
        size = len(counts) if facet in query.whole_facets else query.facet_size
        return most_frequent(self._columns.by_field[facet], counts, size, chosen=chosen)


def _bytes(found: Found) -> int:
    return found.nbytes


def _passing(found: Found, passing: Passes, but: str | None = None) -> Found:
    """Return what passes filters, save what is chosen under one name."""
    mask = passing.all_but(but)
    if mask is None:
        return found
    kept = mask[found.documents]
    return Found(found.documents[kept], found.scores[kept])
