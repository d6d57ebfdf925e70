"""Where a query matches in the body of one document, from the positions that the index has of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Final

import numpy as np

from indexer.model.identifiers import Language
from indexer.model.querytree import Node
from indexer.search.matching import Part, Slot, near, parts_of
from indexer.search.ranking import IndexField
from indexer.search.spots import PartSpots, Spots
from indexer.search.terms import stemmed_as
from indexer.search.whoosh_engine.arrays import Numbers, distinct
from indexer.search.whoosh_engine.codec.segment import FieldReader, Segment
from indexer.search.whoosh_engine.phrases import in_order
from indexer.search.whoosh_engine.vocabulary import Vocabulary
from indexer.search.wordforms import fits


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of bodies of one segment that fill a slot: some by number, or all of a range that fit."""

    numbers: Sequence[int]
    spelled: range = range(0)


_Bounds = tuple[int, int]
"""Where the positions that a document has of a term begin and end."""

_NO_PLACES: Final = np.zeros(0, np.int64)


@dataclass(frozen=True)
class SpotFinder:
    """Finds the parts of one query in documents of one segment; one thread at a time.

    Attributes:
        documents: All that are going to be looked into.
    """

    tree: Node
    segment: Segment
    vocabulary: Vocabulary
    documents: frozenset[int]
    _known: dict[Language, Sequence[Sequence[_Terms]]] = field(default_factory=dict)
    _read: dict[int, dict[int, _Bounds]] = field(default_factory=dict)

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return parts_of(self.tree)

    @cached_property
    def _words(self) -> FieldReader:
        return self.segment.field(IndexField.BODY_EXACT)

    def spots(self, document: int, language: Language) -> Spots:
        """Return where the query matches in the body of a document."""
        marks = self.segment.marks_of(document)
        terms = zip(self._parts, self._terms(language), strict=True)
        return Spots(
            tuple(self._part(part, of_slots, document) for part, of_slots in terms),
            marks.text_starts.astype(np.int64),
            marks.texts,
            marks.characters,
        )

    def _part(self, part: Part, terms: Sequence[_Terms], document: int) -> PartSpots:
        places = [self._places(slot, ours, document) for slot, ours in zip(part.slots, terms, strict=True)]
        if part.within is not None:
            found = sorted(near(part, [one.tolist() for one in places]))
            firsts = np.array(found, np.int64)
            return PartSpots(firsts, firsts, is_phrase=True)
        if len(places) == 1:
            return PartSpots(places[0], places[0], is_phrase=False)
        firsts = in_order(places)
        return PartSpots(firsts, firsts + (len(places) - 1), is_phrase=True)

    def _places(self, slot: Slot, terms: _Terms, document: int) -> Numbers:
        """Return where words stand that a slot takes, in ascending order."""
        known = chain(terms.numbers, self._spelled(slot, terms.spelled, document)) if terms.spelled else terms.numbers
        bounds = [found for term in known if (found := self._bounds(term).get(document))]
        places = [self._words.all_positions(start, end).astype(np.int64) for start, end in bounds]
        if len(places) < 2:  # noqa: PLR2004 - nothing to put together
            return places[0] if places else _NO_PLACES
        return distinct(np.concatenate(places))

    def _spelled(self, slot: Slot, terms: range, document: int) -> Iterator[int]:
        """Yield the terms of a document that are spelled so, whatever the number of those that others have."""
        words = self._words
        first = int(words.starts[terms.start])
        postings = first + np.flatnonzero(words.all_documents(first, int(words.starts[terms.stop])) == document)
        for term in (np.searchsorted(words.starts, postings, side="right") - 1).tolist():
            if fits(words.terms[term].decode(), slot.pattern):
                yield term

    def _bounds(self, term: int) -> dict[int, _Bounds]:
        """Return where the positions of a term are in each document that has it, of those that are looked into."""
        if term not in self._read:
            self._read[term] = self._found_bounds(term)
        return self._read[term]

    def _found_bounds(self, term: int) -> dict[int, _Bounds]:
        known, counts = self._words.documents(term), self._words.counts(term)
        wanted = np.array(sorted(one for one in self.documents if one <= known[-1]), known.dtype)
        places = np.searchsorted(known, wanted)
        has_term = known[places] == wanted
        ends = np.cumsum(counts, dtype=np.int64)[places[has_term]] + int(self._words.position_starts[term])
        starts = ends - counts[places[has_term]]
        bounds = zip(starts.tolist(), ends.tolist(), strict=True)
        return dict(zip(wanted[has_term].tolist(), bounds, strict=True))

    def _terms(self, language: Language) -> Sequence[Sequence[_Terms]]:
        """Return the terms that fill each slot of each part in bodies of a language."""
        if language not in self._known:
            self._known[language] = [[self._found_terms(slot, language) for slot in part.slots] for part in self._parts]
        return self._known[language]

    def _found_terms(self, slot: Slot, language: Language) -> _Terms:
        words = self._words.terms
        wanted = set(slot.words)
        if slot.edits:
            wanted.update(word for one in slot.words for word in self.vocabulary.within(one, slot.edits, _in_time))
        numbers = set(words.find_all(wanted))
        for stem in slot.stems:
            if stem.startswith(f"{stemmed_as(language)}:"):
                numbers.update(self._forms(stem))
        spelled = words.beginning(slot.pattern[0].encode()) if slot.pattern else range(0)
        return _Terms(sorted(numbers), spelled)

    def _forms(self, stem: str) -> Sequence[int]:
        """Return the words that have a stem."""
        number = self.segment.field(IndexField.BODY).terms.find(stem.encode())
        if number is None:
            return ()
        starts, words = self.segment.forms
        forms: list[int] = words[int(starts[number]) : int(starts[number + 1])].tolist()
        return forms


def _in_time() -> bool:
    return False
