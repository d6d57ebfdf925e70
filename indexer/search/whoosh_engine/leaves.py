"""Words, phrases and words by their spelling -> which documents have them, and their BM25 scores."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final, assert_never

import numpy as np

from indexer.model.querytree import Fuzzy, Phrase, Prefix, TextField, Wildcard, Word, WordLeaf
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
from indexer.search.whoosh_engine.vocabulary import Vocabulary
from indexer.search.wordforms import Pattern, fits, pattern_of

Slot = tuple[str, ...]
"""The terms of which any one fills a place in a phrase."""

_TERMS_BETWEEN_LOOKS: Final = 1_000
"""How many terms are tried before the clock is looked at again."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """Evaluates the leaves of a tree that are words.

    Attributes:
        is_late: Whether time is up: what has not been read by then counts as absent.
    """

    columns: Columns
    postings: PostingsStore
    vocabulary: Vocabulary
    is_late: Callable[[], bool]

    def evaluate(self, leaf: WordLeaf) -> tuple[Mask, Scores]:
        """Return which documents match, and their scores."""
        match leaf:
            case Word(text, field):
                words = words_of((text,))
                return self._word(words[0], field) if len(words) == 1 else self._phrase(words, field, None)
            case Phrase(texts, field, distance):
                return self._phrase(words_of(texts), field, distance)
            case Prefix(text, field):
                words = words_of((text,))
                return self._spelled(words[:-1], (words[-1], "") if words else (), field)
            case Wildcard(text, field):
                return self._spelled((), pattern_of(text), field)
            case Fuzzy(text, distance, field):
                return self._fuzzy(words_of((text,)), distance, field)
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

    def _spelled(self, before: Sequence[str], pattern: Pattern, field: TextField) -> tuple[Mask, Scores]:
        return self._row(before, {name: self._fitting(name, pattern) for name in exact_weights(field)}, field)

    def _fuzzy(self, words: Sequence[str], distance: int, field: TextField) -> tuple[Mask, Scores]:
        near = self.vocabulary.within(words[-1], distance, self.is_late) if words else ()
        return self._row(words[:-1], dict.fromkeys(exact_weights(field), near), field)

    def _row(self, before: Sequence[str], last: Mapping[IndexField, Slot], field: TextField) -> tuple[Mask, Scores]:
        """Return where words stand in a row whose last one may be any of several, by field."""
        slots = [(word,) for word in before]
        counts = {name: self._occurrences(name, [*slots, ending], None) for name, ending in last.items()}
        return self._scored(exact_weights(field), counts)

    def _fitting(self, name: IndexField, pattern: Pattern) -> Slot:
        """Return the terms of a field that are spelled so, the most frequent."""
        if not pattern or self.is_late():
            return ()
        counted = self.postings.terms(name, pattern[0])
        found = []
        for number, term in enumerate(counted):
            if number % _TERMS_BETWEEN_LOOKS == 0 and self.is_late():
                break
            if fits(term, pattern):
                found.append(term)
        return tuple(sorted(found, key=lambda term: (-counted[term], term))[:GREATEST_EXPANSION])

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
