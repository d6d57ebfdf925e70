"""Thinks of questions to documents whose words have been counted."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tests.bench.material import Kind, Question

SEED: Final = 20140221
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counted:
    """What is known of documents.

    Attributes:
        documents: How many there are.
        words: All words.
        counts: How many documents have each word.
        expressions: Words that stand next to each other, the most frequent first.
        frequent_expressions: The same of frequent words; where there are none, any two frequent words are asked.
        organizations: What words are asked together with.
    """

    documents: int
    words: npt.NDArray[np.object_]
    counts: Numbers
    expressions: Sequence[tuple[str, ...]]
    organizations: Sequence[str]
    frequent_expressions: Sequence[tuple[str, ...]] = ()


class Questions:
    """Chooses words by how many documents have them."""

    def __init__(self, counted: Counted) -> None:
        self._counted = counted
        self._choice = random.Random(SEED)
        self._by_frequency = np.argsort(-counted.counts, kind="stable")

    def all(self) -> Iterator[Question]:
        """Yield sixty questions."""
        for number in range(8):
            yield Question(Kind.FREQUENT_WORD, (self._frequent(),))
            yield Question(Kind.RARE_WORD, (self._rare(),))
            several = [self._frequent(), self._common(), *([self._frequent()] if number % 2 else [])]
            yield Question(Kind.ALL_WORDS, tuple(several))
            yield Question(Kind.ANY_WORD, (self._frequent(), *(self._common() for _ in range(3)), self._rare()))
            yield Question(Kind.PHRASE, self._counted.expressions[self._choice.randrange(4, 160)])
            yield Question(Kind.PREFIX, (self._at(200, 3_000)[:4],))
            organization = self._counted.organizations[self._choice.randrange(30)]
            yield Question(Kind.FILTERED, (self._frequent(),), organization)
        for _ in range(4):
            yield Question(Kind.FREQUENT_PHRASE, self._frequent_expression())

    def _frequent(self) -> str:
        return self._with_share(0.35, 0.95)

    def _common(self) -> str:
        return self._with_share(0.04, 0.3)

    def _rare(self) -> str:
        documents = self._counted.documents
        return self._with_share(max(2 / documents, 0.0004), max(6 / documents, 0.004))

    def _with_share(self, least: float, most: float) -> str:
        counts, documents = self._counted.counts, self._counted.documents
        within = np.flatnonzero((counts >= least * documents) & (counts <= most * documents))
        if not len(within):  # long documents have every word
            within = np.flatnonzero(counts == (counts.min() if most * documents < counts.min() else counts.max()))
        return str(self._counted.words[self._choice.choice(within.tolist())])

    def _at(self, first: int, last: int) -> str:
        return str(self._counted.words[self._by_frequency[self._choice.randrange(first, last)]])

    def _frequent_expression(self) -> tuple[str, ...]:
        if self._counted.frequent_expressions:
            return self._choice.choice(self._counted.frequent_expressions)
        return self._at(20, 60), self._at(20, 60)
