"""The postings of one term, as Whoosh goes through them: one document after the other."""

from bisect import bisect_left
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from whoosh.formats import Format
from whoosh.matching import LeafMatcher, Matcher, NullMatcher, ReadTooFar
from whoosh.scoring import BaseScorer
from whoosh.system import pack_uint

from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, starts_of
from indexer.search.whoosh_engine.codec.segment import FieldReader


@dataclass(frozen=True)
class TermPostings:
    """The postings of one term in the live documents of a segment.

    Attributes:
        all_lengths: How many words each document of the segment has in the field.
    """

    reader: FieldReader
    term: int
    live: Mask
    all_lengths: Integers

    @cached_property
    def _kept(self) -> Numbers:
        """Which of the term's postings are of live documents."""
        return np.flatnonzero(self.live[self.reader.documents(self.term)])

    @cached_property
    def documents(self) -> Integers:
        """The documents, in ascending order."""
        return self.reader.documents(self.term)[self._kept]

    @cached_property
    def counts(self) -> Integers:
        """How often each of them has the term."""
        return self.reader.counts(self.term)[self._kept]

    @property
    def lengths(self) -> Integers:
        """How many words each of them has in the field."""
        return self.all_lengths[self.documents]

    def positions(self, place: int) -> list[int]:
        """Return where the document that stands at a place among them has the term."""
        start, end = self._position_starts[self._kept[place] :][:2].tolist()
        positions: list[int] = self._positions[start:end].tolist()
        return positions

    @cached_property
    def _positions(self) -> Integers:
        return self.reader.positions(self.term)

    @cached_property
    def _position_starts(self) -> Numbers:
        return starts_of(self.reader.counts(self.term))


class PostingsMatcher(LeafMatcher):  # type: ignore[misc]  # Whoosh carries no types
    """Gives the postings of one term; to those who skip by quality, all of them are one block."""

    def __init__(
        self, postings: TermPostings, term: tuple[str, bytes], format_: Format, scorer: BaseScorer | None
    ) -> None:
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._postings = postings
        self._ids: list[int] = postings.documents.tolist()
        self._place = 0

    def is_active(self) -> bool:
        """Return whether there is a current posting."""
        return self._place < len(self._ids)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._place = 0

    def copy(self) -> Self:
        """Return a matcher at the same posting that goes on by itself."""
        return copy(self)

    def replace(self, minquality: float = 0) -> Matcher:
        """Return this matcher, or one of nothing where none of its postings is good enough."""
        if not self.is_active() or (minquality and self.max_quality() < minquality):
            return NullMatcher()
        return self

    def id(self) -> int:
        """Return the current document."""
        return self._ids[self._place]

    def next(self) -> bool:
        """Go to the next posting and return whether the block has ended."""
        self._place += 1
        return not self.is_active()

    def skip_to(self, id: int) -> None:  # noqa: A002  # Whoosh's name
        """Go to the first posting of this document or a later one; never back."""
        if not self.is_active():
            raise ReadTooFar
        self._place = bisect_left(self._ids, id, self._place)

    def skip_to_quality(self, minquality: float) -> int:
        """Go to the next block that may be better than this, and return how many blocks were left out."""
        if self.block_quality() > minquality:
            return 0
        self._place = len(self._ids)
        return 1

    def weight(self) -> float:
        """Return how often the current document has the term."""
        return float(self._postings.counts[self._place])

    def value(self) -> bytes:
        """Return the current posting as the field's format keeps it."""
        if self._postings.reader.has_positions:
            encoded: bytes = self.format.encode(self._postings.positions(self._place))
            return encoded
        packed: bytes = pack_uint(int(self._postings.counts[self._place]))
        return packed

    def value_as(self, astype: str) -> object:
        """Return what the current posting says, without coding positions that are not coded here."""
        if astype == "positions" and self.supports(astype):
            return self._postings.positions(self._place)
        return super().value_as(astype)

    def block_min_length(self) -> int:
        """Return how many words the shortest document has in the field."""
        return int(self._postings.lengths.min())

    def block_max_length(self) -> int:
        """Return how many words the longest document has in the field."""
        return int(self._postings.lengths.max())

    def block_max_weight(self) -> float:
        """Return how often the document has the term that has it most."""
        return float(self._postings.counts.max())
