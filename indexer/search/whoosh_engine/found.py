"""What matches a tree or a part of it, and how such answers are put together."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from indexer.search.whoosh_engine.arrays import Mask, Numbers, Scores

_MANY: Final = 16
"""Where more than one in so many documents matches, arrays over all documents are quicker than looking numbers up."""

_OVERHEAD: Final = 1_000
"""Bytes that keeping even an empty answer takes."""


class Found(NamedTuple):
    """Which documents match, in ascending order, and their scores."""

    documents: Numbers
    scores: Scores

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.documents.nbytes + self.scores.nbytes + _OVERHEAD


def nothing() -> Found:
    """Return that no document matches."""
    return Found(np.zeros(0, np.int64), np.zeros(0, np.float32))


def of_mask(matches: Mask, score: float) -> Found:
    """Return the documents of a mask, all with one score."""
    documents = np.flatnonzero(matches)
    return Found(documents, np.full(len(documents), score, np.float32))


def both(one: Found, other: Found, size: int) -> Found:
    """Return what matches both, with the sum of the scores."""
    few, many = (one, other) if len(one.documents) <= len(other.documents) else (other, one)
    if not len(few.documents):
        return nothing()
    if len(few.documents) * _MANY < size:
        nearest = np.minimum(np.searchsorted(many.documents, few.documents), len(many.documents) - 1)
        kept = many.documents[nearest] == few.documents
        return Found(few.documents[kept], few.scores[kept] + many.scores[nearest[kept]])
    matches, scores = np.zeros(size, np.bool_), np.zeros(size, np.float32)
    matches[many.documents] = True
    scores[many.documents] = many.scores
    kept = matches[few.documents]
    documents = few.documents[kept]
    return Found(documents, few.scores[kept] + scores[documents])


def any_of(answers: Sequence[Found], size: int) -> Found:
    """Return what matches any, with the sum of the scores."""
    if len(answers) == 1:
        return answers[0]
    matches, scores = np.zeros(size, np.bool_), np.zeros(size, np.float32)
    for one in answers:
        matches[one.documents] = True
        scores[one.documents] += one.scores
    documents = np.flatnonzero(matches)
    return Found(documents, scores[documents])


def without(one: Found, size: int) -> Found:
    """Return what does not match."""
    matches = np.ones(size, np.bool_)
    matches[one.documents] = False
    return of_mask(matches, 0.0)
