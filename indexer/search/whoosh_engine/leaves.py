"""Words, phrases and beginnings of words -> which documents have them, and their BM25 scores."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import assert_never

import numpy as np

from indexer.model.querytree import Phrase, Prefix, TextField, Word
from indexer.search.ranking import (
    GREATEST_EXPANSION,
    LENGTH_NORMALIZATION,
    SATURATION,
    STEM_FIELDS,
    IndexField,
    exact_weights,
    window,
    word_weights,
)
from indexer.search.terms import stem_terms, words_of
from indexer.search.whoosh_engine.columns import Columns, Mask, Numbers, Scores
from indexer.search.whoosh_engine.postings import DOCUMENT_SHIFT, PostingsStore

Slot = tuple[str, ...]
"""The terms of which any one fills a place in a phrase."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """Evaluates the leaves of a tree that are words.

    Attributes:
        is_late: Whether time is up: what has not been read by then counts as absent.
    """

    columns: Columns
    postings: PostingsStore
    is_late: Callable[[], bool]

    def evaluate(self, leaf: Word | Phrase | Prefix) -> tuple[Mask, Scores]:
        """Return which documents match, and their scores."""
        match leaf:
            case Word(text, field):
                words = words_of((text,))
                return self._word(words[0], field) if len(words) == 1 else self._phrase(words, field, None)
            case Phrase(texts, field, distance):
                return self._phrase(words_of(texts), field, distance)
            case Prefix(text, field):
                return self._prefix(words_of((text,)), field)
            case _:
                assert_never(leaf)

    def _word(self, word: str, field: TextField) -> tuple[Mask, Scores]:
        weights = word_weights(field)
        stems = stem_terms(word)
        return self._scored(
            weights, {name: self._counts(name, stems if name in STEM_FIELDS else (word,)) for name in weights}
        )

    def _phrase(self, words: Sequence[str], field: TextField, distance: int | None) -> tuple[Mask, Scores]:
        weights = exact_weights(field)
        slots = [(word,) for word in words]
        within = None if distance is None else window(len(words), distance)
        return self._scored(weights, {name: self._occurrences(name, slots, within) for name in weights})

    def _prefix(self, words: Sequence[str], field: TextField) -> tuple[Mask, Scores]:
        weights = exact_weights(field)
        counts: dict[IndexField, Scores] = {}
        for name in weights:
            last = self._expanded(name, words[-1]) if words else ()
            before: list[Slot] = [(word,) for word in words[:-1]]
            counts[name] = self._occurrences(name, [*before, last], None)
        return self._scored(weights, counts)

    def _expanded(self, name: IndexField, beginning: str) -> Slot:
        counted = self.postings.terms(name, beginning)
        most = sorted(counted, key=lambda term: (-counted[term], term))
        return tuple(most[:GREATEST_EXPANSION])

    def _counts(self, name: IndexField, terms: Iterable[str]) -> Scores:
        """Return how often any of the terms occurs in each document."""
        counts = np.zeros(self.columns.size, np.float32)
        for term in terms:
            if self.is_late():
                break
            found = self.postings.postings(name, term)
            counts[found.documents] += found.counts
        return counts

    def _occurrences(self, name: IndexField, slots: Sequence[Slot], within: int | None) -> Scores:
        """Return how often the slots are filled in each document, in order, or in any order `within` positions."""
        if len(slots) == 1:
            return self._counts(name, slots[0])
        places = [self._places(name, slot) for slot in slots]
        starts = _in_order(places) if within is None else _near(places, _repetitions(slots), within)
        return np.bincount(starts >> DOCUMENT_SHIFT, minlength=self.columns.size).astype(np.float32)

    def _places(self, name: IndexField, slot: Slot) -> Numbers:
        found = [np.zeros(0, np.int64)]
        for term in slot:
            if self.is_late():
                break
            found.append(self.postings.positions(name, term))
        return found[1] if len(found) == 2 else np.sort(np.concatenate(found))  # noqa: PLR2004  # one term and the start

    def _scored(self, weights: Mapping[IndexField, float], counts: Mapping[IndexField, Scores]) -> tuple[Mask, Scores]:
        """Return the documents with any count, and BM25 over the fields with one document frequency for them all."""
        matches = np.zeros(self.columns.size, np.bool_)
        for found in counts.values():
            matches |= found > 0
        documents = np.flatnonzero(matches)
        scores = np.zeros(self.columns.size, np.float32)
        if len(documents):
            rarity = log(self.columns.size / (len(documents) + 1)) + 1
            for name, weight in weights.items():
                scores[documents] += np.float32(rarity * weight) * self._saturated(
                    name, counts[name][documents], documents
                )
        return matches, scores

    def _saturated(self, name: IndexField, counts: Scores, documents: Numbers) -> Scores:
        relative = self.columns.lengths(name)[documents] / np.float32(self.columns.average_length(name))
        short, long = np.float32(1 - LENGTH_NORMALIZATION), np.float32(LENGTH_NORMALIZATION)
        norm = np.float32(SATURATION) * (short + long * relative)
        return (counts * np.float32(SATURATION + 1) / (counts + norm)).astype(np.float32, copy=False)


def _in_order(places: Sequence[Numbers]) -> Numbers:
    """Return where the first word stands with the others right after it, each in its place."""
    starts = places[0] if places else np.zeros(0, np.int64)
    for offset, others in enumerate(places[1:], 1):
        starts = starts[_contained(starts + offset, others)]
    return starts


def _repetitions(slots: Sequence[Slot]) -> list[int]:
    """Return how often each slot has stood in the row before: a word typed twice is wanted twice."""
    return [sum(earlier == slot for earlier in slots[:place]) for place, slot in enumerate(slots)]


def _near(places: Sequence[Numbers], repetitions: Sequence[int], within: int) -> Numbers:
    """Return where any word stands with all words from there on, none farther than `within`."""
    starts = np.unique(np.concatenate(places)) if places else np.zeros(0, np.int64)
    for others, before in zip(places, repetitions, strict=True):
        starts = starts[_reached(starts, others, before, within)]
    return starts


def _reached(starts: Numbers, others: Numbers, before: int, within: int) -> Mask:
    """Return from which starts there is a further place, after skipping `before` of them, within reach."""
    next_ones = np.searchsorted(others, starts) + before
    reached = next_ones < len(others)
    reached[reached] = others[next_ones[reached]] <= starts[reached] + within
    return reached


def _contained(wanted: Numbers, known: Numbers) -> Mask:
    if not len(known):
        return np.zeros(len(wanted), np.bool_)
    nearest = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    contained: Mask = known[nearest] == wanted
    return contained
