"""Gathers the postings of entries, batch by batch, until they are made a segment."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

import numpy as np

from indexer.language.lexicon import Lexicon
from indexer.model.results import IndexEntry
from indexer.search.ranking import EXACT_FIELDS, STEM_FIELDS, IndexField
from indexer.search.whoosh_engine.arrays import Numbers
from indexer.search.whoosh_engine.building.cutting import cut
from indexer.search.whoosh_engine.building.describing import RowsGatherer, characters_in, fields_of
from indexer.search.whoosh_engine.building.inverting import (
    Batch,
    FieldPostings,
    Ranking,
    assembled,
    inverted,
    ranked,
)
from indexer.search.whoosh_engine.building.stems import Spoken, Stemmer, forms_of, stemmed
from indexer.search.whoosh_engine.codec.marks import Marks, joined
from indexer.search.whoosh_engine.codec.rows import Rows
from indexer.search.whoosh_engine.codec.segment import Forms
from indexer.search.whoosh_engine.memory import collect_young, without_collector

_CHARACTERS_AT_ONCE: Final = 1 << 22
"""So many that the postings of a word are in few batches, and so few that batches take little memory.

With a quarter of it, an index of documents of 1,500 words takes a sixth longer to build, measured.
"""

_ENTRIES_AT_ONCE: Final = 1 << 12
"""However short their texts are."""

_BYTES_OF_WORD: Final = 22
"""What a word that stands in a text takes while a segment is made of it, measured."""
_BYTES_OF_CHARACTER: Final = 20
"""What a character takes while the text is cut into words."""

_STEMS_OF: Final = {IndexField.TITLE_EXACT: IndexField.TITLE, IndexField.BODY_EXACT: IndexField.BODY}


class Gathered(NamedTuple):
    """All of some entries that goes into a segment.

    Attributes:
        rows: What is kept of each document beside its words.
        lengths: How many words each document has in its title, in its names and in its body.
        forms: Which words of the body have each of its stems.
    """

    rows: Rows[str]
    lengths: dict[IndexField, Numbers]
    fields: dict[IndexField, FieldPostings]
    forms: Forms
    marks: Marks


class Gatherer:
    """Takes in entries of one segment. One thread at a time.

    Attributes:
        size: How many documents there are.
    """

    def __init__(self, lexicon: Lexicon, stemmer: Stemmer) -> None:
        self._lexicon = lexicon
        self._stemmer = stemmer
        self._rows = RowsGatherer()
        self.size = 0
        self._done = 0
        self._waiting: list[IndexEntry] = []
        self._characters = 0
        self._batches: dict[IndexField, list[Batch]] = {name: [] for name in IndexField}
        self._lengths: dict[IndexField, list[Numbers]] = {name: [] for name in EXACT_FIELDS}
        self._spoken: list[Spoken] = []
        self._marks: list[Marks] = []
        self._words = 0
        self._is_whole = True

    @property
    def used(self) -> int:
        """About how many bytes making a segment of them takes."""
        return _BYTES_OF_WORD * self._words + _BYTES_OF_CHARACTER * self._characters

    def add(self, entry: IndexEntry) -> int:
        """Put an entry in and return its number."""
        self._characters += characters_in(entry)
        self._waiting.append(entry)
        self.size += 1
        if self._characters > _CHARACTERS_AT_ONCE or len(self._waiting) == _ENTRIES_AT_ONCE:
            self._invert()
            collect_young()
        return self.size - 1

    @without_collector()
    def gathered(self) -> Gathered:
        """Return everything, by term.

        Raises:
            RuntimeError: Not all that was put in is there, since taking it in has failed before.
        """
        if self._waiting:
            self._invert()
        if not self._is_whole:
            raise RuntimeError("some entries could not be taken in: nothing is written without them")
        rankings = self._rankings(EXACT_FIELDS, self._lexicon.words) | self._rankings(STEM_FIELDS, self._stemmer.stems)
        return Gathered(
            rows=self._rows.gathered(),
            lengths={name: np.concatenate(parts) for name, parts in self._lengths.items()},
            fields={name: assembled(self._batches.pop(name), rankings[name]) for name in IndexField},
            forms=forms_of(self._spoken, self._stemmer, rankings[IndexField.BODY], rankings[IndexField.BODY_EXACT]),
            marks=joined(self._marks),
        )

    def _rankings(self, fields: Collection[IndexField], names: Sequence[str]) -> dict[IndexField, Ranking]:
        return dict(zip(fields, ranked(names, *(self._batches[name] for name in fields)), strict=True))

    @without_collector()
    def _invert(self) -> None:
        """Cut the texts of waiting entries into words, and put their postings behind those of earlier ones."""
        was_whole, self._is_whole = self._is_whole, False
        entries, first, self._waiting, self._characters = self._waiting, self._done, [], 0
        self._done += len(entries)
        fields = fields_of(entries)
        self._rows.add(fields)
        languages = [key.language for key in fields["key"]]
        for name, found in cut(fields, self._lexicon):
            words = inverted(found.as_they_stand())
            self._put(name, words, first)
            self._lengths[name].append(found.lengths)
            self._words += len(found.words)
            if name in _STEMS_OF:
                stems, spoken = stemmed(words, languages, self._stemmer)
                self._put(_STEMS_OF[name], stems, first)
            if name is IndexField.BODY_EXACT:
                self._spoken.append(spoken)
                self._marks.append(found.marks())
        self._is_whole = was_whole

    def _put(self, name: IndexField, batch: Batch, first: int) -> None:
        """Keep postings with the numbers that their documents have in the segment."""
        self._batches[name].append(batch._replace(documents=batch.documents + np.uint16(first)))
