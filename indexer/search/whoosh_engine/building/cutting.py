"""The texts of a batch of entries -> the words of each field as they stand there, and marks in bodies."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np

from indexer.language.lexicon import Lexicon
from indexer.search.ranking import GAP, IndexField
from indexer.search.spots import WORDS_BETWEEN_MARKS
from indexer.search.whoosh_engine.arrays import Integers, Numbers
from indexer.search.whoosh_engine.building.describing import Fields
from indexer.search.whoosh_engine.building.inverting import Words
from indexer.search.whoosh_engine.codec.marks import Marks
from indexer.stretches import narrow_stretches, sizes_of, stretches

_GAPS: Final = {IndexField.TITLE_EXACT: GAP, IndexField.NAMES: GAP, IndexField.BODY_EXACT: 0}
"""Text that runs over the end of a place goes on without a gap; titles and names do not."""


class FieldTexts(NamedTuple):
    """The words of the texts of one field, one after the other.

    Attributes:
        size: How many documents there are.
        documents: The document of each text, counted from the first one.
        counts: How many words each text has.
        words: The number of each word.
        characters: At which character of its text each word begins.
        gap: How many positions are between texts of one document.
    """

    size: int
    documents: Numbers
    counts: Numbers
    words: Integers
    characters: Integers
    gap: int

    @property
    def lengths(self) -> Numbers:
        """How many words each document has."""
        return np.bincount(self.documents, self.counts, self.size).astype(np.int64)

    @property
    def starts(self) -> Numbers:
        """The position of the first word of each text."""
        steps = self.counts + self.gap
        before = np.cumsum(steps) - steps
        is_first = np.diff(self.documents, prepend=-1) > 0
        return before - np.repeat(before[is_first], sizes_of(np.flatnonzero(is_first), len(before)))

    def as_they_stand(self) -> Words:
        """Return the words, with their documents, counted from the first one, and positions."""
        documents = np.repeat(self.documents.astype(np.uint16), self.counts)
        return Words(self.words, documents, narrow_stretches(self.starts, self.counts))

    def marks(self) -> Marks:
        """Return where every so-manieth word stands; there are no gaps."""
        lengths = self.lengths
        counts = -(-lengths // WORDS_BETWEEN_MARKS)
        steps = stretches(np.zeros_like(counts), counts) * WORDS_BETWEEN_MARKS
        marked = steps + np.repeat(np.cumsum(lengths) - lengths, counts)
        text = np.searchsorted(np.cumsum(self.counts), marked, side="right")
        text_counts = np.bincount(self.documents, minlength=self.size)
        first_texts = np.cumsum(text_counts) - text_counts
        return Marks(counts, text - np.repeat(first_texts, counts), self.characters[marked], text_counts, self.starts)


def cut(fields: Fields, lexicon: Lexicon) -> Iterator[tuple[IndexField, FieldTexts]]:
    """Yield the words of each field that has its texts from entries."""
    size = len(fields["key"])
    texts: dict[IndexField, tuple[Numbers, list[str]]] = {
        IndexField.TITLE_EXACT: (
            _lengths(fields["other_titles"]) + 1,
            [
                text
                for title, others in zip(fields["title"], fields["other_titles"], strict=True)
                for text in (title, *others)
            ],
        ),
        IndexField.NAMES: (
            np.minimum(_lengths(fields["symbols"]), 1) + _lengths(fields["names"]),
            [
                text
                for symbols, names in zip(fields["symbols"], fields["names"], strict=True)
                for text in (*symbols[:1], *names)
            ],
        ),
        IndexField.BODY_EXACT: (
            _lengths(fields["body"]),
            [place.text for body in fields["body"] for place in body],
        ),
    }
    every = lexicon.cut([*chain.from_iterable(of_field for _, of_field in texts.values())])
    text = word = 0
    for name, (numbers, of_field) in texts.items():
        counts = every.counts[text : text + len(of_field)]
        end = word + int(counts.sum())
        found = FieldTexts(
            size=size,
            documents=np.repeat(np.arange(size), numbers),
            counts=counts,
            words=every.words[word:end],
            characters=every.starts[word:end],
            gap=_GAPS[name],
        )
        yield name, found
        text, word = text + len(counts), end


def _lengths(values: Sequence[Sequence[object]]) -> Numbers:
    return np.fromiter(map(len, values), np.int64, len(values))
