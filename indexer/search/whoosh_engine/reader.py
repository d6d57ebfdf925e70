"""Answers questions about one generation of the index."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from indexer.model.identifiers import Language, WorkId
from indexer.model.querytree import Facet, SearchQuery, Sort
from indexer.model.results import FacetCount, FacetCounts, IndexKey, Match, Matches, TotalRelation
from indexer.search.whoosh_engine.columns import Columns, Mask, Numbers, Scores, columns_of
from indexer.search.whoosh_engine.evaluation import Deadline, Evaluator, Found
from indexer.search.whoosh_engine.facets import every_value, most_frequent, starts_of_works
from indexer.search.whoosh_engine.filtering import Passes, passes
from indexer.search.whoosh_engine.markers import check_marker
from indexer.search.whoosh_engine.ordering import Ordering, first
from indexer.search.whoosh_engine.postings import PostingsStore
from indexer.search.whoosh_engine.segments import open_segments
from indexer.search.whoosh_engine.vocabulary import Vocabulary


class _Works(NamedTuple):
    """Matching works: `documents[starts[i]:ends[i]]` are the matching versions of `works[i]`."""

    works: Numbers
    documents: Numbers
    starts: Numbers
    ends: Numbers
    scores: Scores


class WhooshEngine:
    """The index of one generation; safe to share between threads."""

    def __init__(self, generation: str, columns: Columns, postings: PostingsStore) -> None:
        """Use `open`."""
        self.generation = generation
        self._columns = columns
        self._postings = postings
        self._ordering = Ordering(columns)
        self._vocabulary = Vocabulary(postings)

    @classmethod
    def open(cls, folder: Path, generation: str) -> Self:
        """Open the index in a folder.

        Raises:
            IndexDamagedError: A file is missing or not as it was written.
            IndexOutdatedError: The index was made by other rules than this program's.
        """
        check_marker(folder)
        segments = open_segments(folder)
        columns = columns_of([one.records() for one in segments], [one.deleted for one in segments])
        return cls(generation, columns, PostingsStore(segments, columns))

    def search(self, query: SearchQuery) -> Matches:
        """Return one page of works, with exact totals and facet counts unless time ran out."""
        deadline = Deadline(query.seconds)
        found = self._evaluated(query, deadline)
        passing = passes(self._columns, query.filters)
        works = self._works(found.matches & passing.all_but(), found.scores)
        return Matches(
            total=len(works.works),
            relation=TotalRelation.AT_LEAST if deadline.was_met else TotalRelation.EXACT,
            matches=tuple(self._page(query, works, found.scores)),
            facets={facet: self._facet(query, facet, found.matches, passing) for facet in query.facets},
        )

    def facet_values(self, query: SearchQuery, facet: Facet) -> tuple[FacetCount, ...]:
        """Return every value of a facet over all matches, made without the facet's own choice."""
        found = self._evaluated(query, Deadline(query.seconds))
        passing = passes(self._columns, query.filters)
        return every_value(self._columns, self._columns.by_field[facet], found.matches & passing.all_but(facet))

    def terms_near(self, word: str) -> tuple[str, ...]:
        """Return words of the index close to this one, the most likely meant first; at most five."""
        return self._vocabulary.near(word)

    def keys(self) -> Iterator[IndexKey]:
        """Yield the key of every index document, for verification."""
        yield from self._columns.keys()

    def close(self) -> None:
        """Let go of the files."""
        self._postings.close()

    def _evaluated(self, query: SearchQuery, deadline: Deadline) -> Found:
        return Evaluator(self._columns, self._postings, self._vocabulary, deadline).evaluate(query.tree)

    def _works(self, matches: Mask, scores: Scores) -> _Works:
        """Collapse matching documents to works; the best version's score is the work's."""
        documents = np.flatnonzero(matches)
        works = self._columns.work_of[documents]
        starts = np.flatnonzero(starts_of_works(works))
        best = np.maximum.reduceat(scores[documents], starts) if len(starts) else np.zeros(0, np.float32)
        return _Works(works[starts], documents, starts, np.append(starts[1:], len(documents)), best)

    def _page(self, query: SearchQuery, works: _Works, scores: Scores) -> Iterator[Match]:
        numbers = self._ordering.numbers(query.sort, works.works, works.scores)
        if query.after is None:
            places = first(numbers, query.offset, query.size)
        else:
            later = np.flatnonzero(numbers > self._ordering.after(query.sort, query.after))
            places = later[first(numbers[later], 0, query.size)]
        for place in places:
            yield self._match(query.sort, works, int(place), scores)

    def _match(self, sort: Sort, works: _Works, place: int, scores: Scores) -> Match:
        versions = works.documents[works.starts[place] : works.ends[place]]
        best_first = sorted(versions, key=lambda document: (-scores[document], document))
        work, score = int(works.works[place]), float(works.scores[place])
        return Match(
            work=WorkId(self._columns.works[work]),
            languages=tuple(Language(self._columns.languages[document]) for document in best_first),
            score=score,
            sort_key=self._ordering.sort_key(sort, work, score),
        )

    def _facet(self, query: SearchQuery, facet: Facet, matches: Mask, passing: Passes) -> FacetCounts:
        return most_frequent(
            self._columns,
            self._columns.by_field[facet],
            matches & passing.all_but(facet),
            query.facet_size,
            chosen=query.filters.chosen.get(facet, ()),
        )
