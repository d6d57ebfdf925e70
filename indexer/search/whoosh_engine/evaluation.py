"""A query tree -> which documents match and with what score, on whole arrays."""

from dataclasses import dataclass
from time import monotonic
from typing import Final

import numpy as np

from indexer.kept import Kept
from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    ExactField,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Value,
    Wildcard,
    Word,
    WordLeaf,
    YearRange,
)
from indexer.search.ranking import OWN_SYMBOL, PREFIX_OF_SYMBOL
from indexer.search.whoosh_engine.arrays import Mask
from indexer.search.whoosh_engine.columns import Columns
from indexer.search.whoosh_engine.found import Found, any_of, both, nothing, of_mask, without
from indexer.search.whoosh_engine.leaves import Leaves
from indexer.search.whoosh_engine.postings import Postings
from indexer.search.whoosh_engine.vocabulary import Vocabulary


class Deadline:
    """Says when time is up, and remembers whether it made a difference."""

    def __init__(self, seconds: float | None) -> None:
        self._end = None if seconds is None else monotonic() + seconds
        self.was_met = False

    def is_past(self) -> bool:
        """Return whether work has to be left out from now on."""
        if self._end is not None and monotonic() >= self._end:
            self.was_met = True
        return self.was_met


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Evaluates trees over one generation.

    When time is up, what has not been looked at counts as not matching, so that an answer holds no document too
    many; the negation of an incomplete answer is therefore nothing.
    """

    columns: Columns
    postings: Postings
    vocabulary: Vocabulary
    kept: Kept[WordLeaf, Found]
    deadline: Deadline

    def evaluate(self, node: Node) -> Found:
        """Return what matches a tree."""
        match node:
            case And(children):
                return self._all(children)
            case Or(children):
                return any_of([self.evaluate(child) for child in children], self.columns.size)
            case Not(child):
                found = self.evaluate(child)
                return nothing() if self.deadline.was_met else without(found, self.columns.size)
            case Boosted(child, factor):
                found = self.evaluate(child)
                return Found(found.documents, found.scores * np.float32(factor))
            case _:
                return self._leaf(node)

    def _leaf(self, leaf: WordLeaf | Value | YearRange | Everything | Nothing) -> Found:
        match leaf:
            case Word() | Phrase() | Prefix() | Wildcard() | Fuzzy():
                return self._words(leaf)
            case Value(ExactField.SYMBOL, symbol):
                return self._symbol(symbol)
            case Value(field, value):
                return of_mask(self.columns.by_field[field].documents((value,), self.columns.size), 1.0)
            case YearRange():
                return of_mask(years_within(self.columns, leaf), 0.0)
            case Everything():
                return of_mask(np.ones(self.columns.size, np.bool_), 0.0)
            case Nothing():
                return nothing()

    def _words(self, leaf: WordLeaf) -> Found:
        """Return which documents match, as it was found before where all of it was."""
        kept = self.kept.find(leaf)
        if kept is not None:
            return kept
        found = Leaves(self.columns, self.postings, self.vocabulary, self.deadline.is_past).evaluate(leaf)
        if not self.deadline.was_met:
            self.kept.keep(leaf, found)
        return found

    def _symbol(self, symbol: str) -> Found:
        matches = self.columns.by_field[ExactField.SYMBOL].documents((symbol,), self.columns.size)
        scores = np.full(self.columns.size, PREFIX_OF_SYMBOL, np.float32)
        scores[self.columns.documents_of_symbol(symbol)] = OWN_SYMBOL
        documents = np.flatnonzero(matches)
        return Found(documents, scores[documents])

    def _all(self, children: tuple[Node, ...]) -> Found:
        if not children:
            return of_mask(np.ones(self.columns.size, np.bool_), 0.0)
        found = self.evaluate(children[0])
        for child in children[1:]:
            if not len(found.documents):
                break
            found = both(found, self.evaluate(child), self.columns.size)
        return found


def years_within(columns: Columns, bounds: YearRange) -> Mask:
    """Return which documents are of these years; undated ones are of none."""
    matches = columns.years >= (_FIRST_YEAR if bounds.start is None else max(bounds.start, _FIRST_YEAR))
    return matches if bounds.end is None else matches & (columns.years <= bounds.end)


_FIRST_YEAR: Final = 0
