"""Gathers the words of entries as numbers until they are made a segment."""

from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from indexer.language.lexicon import Lexicon
from indexer.model.identifiers import Language
from indexer.model.results import IndexEntry
from indexer.search.ranking import GAP, IndexField
from indexer.search.spots import WORDS_BETWEEN_MARKS
from indexer.search.whoosh_engine.arrays import Numbers, changes, stretches
from indexer.search.whoosh_engine.building.inverting import FieldPostings, Words, positional
from indexer.search.whoosh_engine.building.stems import Stemmer, stemmed
from indexer.search.whoosh_engine.codec.marks import Marks, joined
from indexer.search.whoosh_engine.codec.segment import Forms
from indexer.search.whoosh_engine.records import record_of, to_bytes

Small = npt.NDArray[np.int32]

_CHARACTERS_AT_ONCE: Final = 1 << 19
_BYTES_OF_WORD: Final = 48
"""What a word that stands in a text takes while a segment is made of it, measured."""
_BYTES_OF_CHARACTER: Final = 20
"""What a character takes while the text is cut into words."""

_WORD_FIELDS: Final = (IndexField.TITLE_EXACT, IndexField.NAMES, IndexField.BODY_EXACT)
_BODY: Final = _WORD_FIELDS.index(IndexField.BODY_EXACT)
_GAPS: Final = np.array((GAP, GAP, 0))
"""Text that runs over the end of a place goes on without a gap; titles and names do not."""

_STEMS_OF: Final = {IndexField.TITLE_EXACT: IndexField.TITLE, IndexField.BODY_EXACT: IndexField.BODY}


@dataclass(slots=True)
class _Texts:
    """Texts that have not been cut into words yet, with the document and the field of each."""

    texts: list[str] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    characters: int = 0

    def add(self, document: int, by_field: Sequence[Sequence[str]]) -> None:
        self.characters += sum(len(text) for texts in by_field for text in texts)  # what is no text fails here
        for which, texts in enumerate(by_field):
            self.texts.extend(texts)
            self.documents.extend([document] * len(texts))
            self.fields.extend([which] * len(texts))


class Gathered(NamedTuple):
    """All of some entries that goes into a segment.

    Attributes:
        records: Of each document, as it is kept.
        lengths: How many words each document has in its title, in its names and in its body.
        forms: Which words of the body have each of its stems.
    """

    records: list[bytes]
    lengths: dict[IndexField, Numbers]
    fields: dict[IndexField, FieldPostings]
    forms: Forms
    marks: Marks


class Gatherer:
    """Takes in entries of one segment. One thread at a time."""

    def __init__(self, lexicon: Lexicon, stemmer: Stemmer, threads: Executor) -> None:
        """Begin.

        Args:
            threads: Where texts are cut into words, one batch at a time, while further entries are taken in.
        """
        self._lexicon = lexicon
        self._stemmer = stemmer
        self._threads = threads
        self._records: list[bytes] = []
        self._languages: list[Language] = []
        self._waiting = _Texts()
        self._cutting: Future[None] | None = None
        self._cut: list[list[Words]] = [[], [], []]
        self._marks: list[Marks] = []
        self._words = 0

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self._records)

    @property
    def used(self) -> int:
        """About how many bytes making a segment of them takes."""
        return _BYTES_OF_WORD * self._words + _BYTES_OF_CHARACTER * self._waiting.characters

    def add(self, entry: IndexEntry) -> int:
        """Put an entry in and return its number."""
        record = to_bytes(record_of(entry))  # what cannot be written fails before anything has changed
        number = len(self._records)
        title, names = (entry.title, *entry.other_titles), (*entry.symbols[:1], *entry.names)
        self._waiting.add(number, (title, names, [place.text for place in entry.body]))
        self._records.append(record)
        self._languages.append(entry.key.language)
        if self._waiting.characters > _CHARACTERS_AT_ONCE:
            self._finish_cutting()
            self._cutting = self._threads.submit(self._cut_all, self._taken_texts(), self.size)
        return number

    def gathered(self) -> Gathered:
        """Return everything, by term."""
        self._finish_cutting()
        self._cut_all(self._taken_texts(), self.size)
        fields: dict[IndexField, FieldPostings] = {}
        lengths: dict[IndexField, Numbers] = {}
        forms = Forms(np.zeros(1, np.int64), np.zeros(0, np.int64))
        for name, parts in zip(_WORD_FIELDS, self._cut, strict=True):
            fields[name] = positional(_taken(parts), self._lexicon.words)
            lengths[name] = _lengths(fields[name], self.size)
            if name in _STEMS_OF:
                fields[_STEMS_OF[name]], forms = stemmed(fields[name], self._languages, self._stemmer)
        return Gathered(self._records, lengths, fields, forms, joined(self._marks))

    def _taken_texts(self) -> _Texts:
        taken, self._waiting = self._waiting, _Texts()
        return taken

    def _finish_cutting(self) -> None:
        if self._cutting:
            self._cutting.result()
            self._cutting = None

    def _cut_all(self, waiting: _Texts, size: int) -> None:
        """Cut texts into words, and put these behind those of earlier texts.

        Args:
            size: How many documents there are, with those of these texts.
        """
        first = sum(len(marks.counts) for marks in self._marks)
        cut = self._lexicon.cut(waiting.texts)
        documents, fields = np.array(waiting.documents, np.int32), np.array(waiting.fields, np.int32)
        starts = _text_starts(documents, fields, cut.counts)
        positions: Small = stretches(starts, cut.counts).astype(np.int32)
        owners, of_field = np.repeat(documents, cut.counts), np.repeat(fields, cut.counts)
        for which, parts in enumerate(self._cut):
            ours = of_field == which
            parts.append(Words(cut.words[ours], owners[ours].astype(np.uint16), positions[ours]))
        is_marked = np.flatnonzero((of_field == _BODY) & (positions % WORDS_BETWEEN_MARKS == 0))
        texts = np.repeat(np.arange(len(documents)) - _first_of_group(documents, fields), cut.counts)[is_marked]
        is_body = fields == _BODY
        self._marks.append(
            Marks(
                np.bincount(owners[is_marked] - first, minlength=size - first),
                texts,
                cut.starts[is_marked],
                np.bincount(documents[is_body] - first, minlength=size - first),
                starts[is_body],
            )
        )
        self._words += len(cut.words)


def _text_starts(documents: Small, fields: Small, counts: Numbers) -> Numbers:
    """Return the position of the first word of each text in its document and field."""
    steps = counts + _GAPS[fields]
    before = np.cumsum(steps) - steps
    starts: Numbers = before - before[_first_of_group(documents, fields)]
    return starts


def _first_of_group(documents: Small, fields: Small) -> Numbers:
    """Return, for each text, which is the first of the same document and field."""
    starts = changes(documents, fields)
    return np.repeat(starts, np.append(starts[1:], len(documents)) - starts)


def _taken(parts: list[Words]) -> Words:
    """Return all words of a field; the parts are given up one column after the other, so as not to be there twice."""
    columns = [list(column) for column in zip(*parts, strict=True)]
    parts.clear()
    return Words(*(np.concatenate(columns.pop(0)) for _ in Words._fields))


def _lengths(postings: FieldPostings, documents: int) -> Numbers:
    return np.bincount(postings.documents, postings.counts, documents).astype(np.int64)
