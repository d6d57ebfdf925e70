"""A query tree -> which documents match and with what score, on whole arrays."""

from dataclasses import dataclass
from time import monotonic
from typing import Final, NamedTuple

import numpy as np

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
from indexer.search.whoosh_engine.columns import Columns, Mask, Scores
from indexer.search.whoosh_engine.leaves import Leaves
from indexer.search.whoosh_engine.postings import PostingsStore
from indexer.search.whoosh_engine.vocabulary import Vocabulary


class Found(NamedTuple):
    """Which documents match; scores are 0 where nothing does."""

    matches: Mask
    scores: Scores


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
    postings: PostingsStore
    vocabulary: Vocabulary
    deadline: Deadline

    def evaluate(self, node: Node) -> Found:
        """Return what matches a tree."""
        match node:
            case And(children):
                return self._all(children)
            case Or(children):
                return self._any(children)
            case Not(child):
                return self._without(child)
            case Boosted(child, factor):
                found = self.evaluate(child)
                return Found(found.matches, found.scores * np.float32(factor))
            case _:
                return self._leaf(node)

    def _leaf(self, leaf: WordLeaf | Value | YearRange | Everything | Nothing) -> Found:
        match leaf:
            case Word() | Phrase() | Prefix() | Wildcard() | Fuzzy():
                leaves = Leaves(self.columns, self.postings, self.vocabulary, self.deadline.is_past)
                return Found(*leaves.evaluate(leaf))
            case Value(ExactField.SYMBOL, symbol):
                return self._symbol(symbol)
            case Value(field, value):
                return self._constant(self.columns.by_field[field].documents((value,), self.columns.size), 1.0)
            case YearRange():
                return self._constant(years_within(self.columns, leaf), 0.0)
            case Everything():
                return self._constant(np.ones(self.columns.size, np.bool_), 0.0)
            case Nothing():
                return self._nothing()

    def _constant(self, matches: Mask, score: float) -> Found:
        return Found(matches, matches.astype(np.float32) * np.float32(score))

    def _nothing(self) -> Found:
        return self._constant(np.zeros(self.columns.size, np.bool_), 0.0)

    def _symbol(self, symbol: str) -> Found:
        found = self._constant(
            self.columns.by_field[ExactField.SYMBOL].documents((symbol,), self.columns.size), PREFIX_OF_SYMBOL
        )
        found.scores[self.columns.documents_of_symbol(symbol)] = OWN_SYMBOL
        return found

    def _all(self, children: tuple[Node, ...]) -> Found:
        matches = np.ones(self.columns.size, np.bool_)
        scores = np.zeros(self.columns.size, np.float32)
        for child in children:
            found = self.evaluate(child)
            matches &= found.matches
            scores += found.scores
            if not matches.any():
                return self._nothing()
        return Found(matches, np.where(matches, scores, np.float32(0)))

    def _any(self, children: tuple[Node, ...]) -> Found:
        matches = np.zeros(self.columns.size, np.bool_)
        scores = np.zeros(self.columns.size, np.float32)
        for child in children:
            found = self.evaluate(child)
            matches |= found.matches
            scores += found.scores
        return Found(matches, scores)

    def _without(self, child: Node) -> Found:
        found = self.evaluate(child)
        return self._nothing() if self.deadline.was_met else self._constant(~found.matches, 0.0)


def years_within(columns: Columns, bounds: YearRange) -> Mask:
    """Return which documents are of these years; undated ones are of none."""
    matches = columns.years >= (_FIRST_YEAR if bounds.start is None else max(bounds.start, _FIRST_YEAR))
    return matches if bounds.end is None else matches & (columns.years <= bounds.end)


_FIRST_YEAR: Final = 0
