"""Words, phrases and words by their spelling -> which documents have them, and their BM25 scores."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final, assert_never

import numpy as np

from indexer.model.querytree import Fuzzy, Phrase, Prefix, TextField, Wildcard, Word, WordLeaf
from indexer.search.ranking import (
    GREATEST_EXPANSION,
    SATURATION,
    STEM_FIELDS,
    IndexField,
    exact_weights,
    window,
    word_weights,
)
from indexer.search.terms import stem_terms, words_of
from indexer.search.whoosh_engine.arrays import Numbers, Scores
from indexer.search.whoosh_engine.columns import Columns
from indexer.search.whoosh_engine.found import Found
from indexer.search.whoosh_engine.phrases import in_order, near
from indexer.search.whoosh_engine.postings import Occurrences, Postings, Slot
from indexer.search.whoosh_engine.vocabulary import Vocabulary
from indexer.search.wordforms import Pattern, fits, pattern_of

_TERMS_BETWEEN_LOOKS: Final = 1_000
"""How many terms are tried before the clock is looked at again."""

_ByField = Mapping[IndexField, Iterable[Occurrences]]


@dataclass(frozen=True, slots=True)
class Leaves:
    """Evaluates the leaves of a tree that are words.

    Attributes:
        is_late: Whether time is up: what has not been read by then counts as absent.
    """

    columns: Columns
    postings: Postings
    vocabulary: Vocabulary
    is_late: Callable[[], bool]

    def evaluate(self, leaf: WordLeaf) -> Found:
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

    def _word(self, word: str, field: TextField) -> Found:
        weights = word_weights(field)
        stems = tuple(term for term in stem_terms(word) if term.partition(":")[0] in self.columns.stem_languages)
        terms = {name: stems if name in STEM_FIELDS else (word,) for name in weights}
        return self._scored(weights, {name: self._of_terms(name, ours) for name, ours in terms.items()})

    def _phrase(self, words: Sequence[str], field: TextField, distance: int | None) -> Found:
        weights = exact_weights(field)
        slots = [(word,) for word in words]
        within = None if distance is None else window(len(words), distance)
        return self._scored(weights, {name: self._of_slots(name, slots, within) for name in weights})

    def _spelled(self, before: Sequence[str], pattern: Pattern, field: TextField) -> Found:
        return self._row(before, {name: self._fitting(name, pattern) for name in exact_weights(field)}, field)

    def _fuzzy(self, words: Sequence[str], distance: int, field: TextField) -> Found:
        close = self.vocabulary.within(words[-1], distance, self.is_late) if words else ()
        return self._row(words[:-1], dict.fromkeys(exact_weights(field), close), field)

    def _row(self, before: Sequence[str], last: Mapping[IndexField, Slot], field: TextField) -> Found:
        """Return where words stand in a row whose last one may be any of several, by field."""
        slots = [(word,) for word in before]
        found = {name: self._of_slots(name, [*slots, ending], None) for name, ending in last.items()}
        return self._scored(exact_weights(field), found)

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

    def _of_terms(self, name: IndexField, terms: Iterable[str]) -> Iterable[Occurrences]:
        """Yield how often the terms occur in documents; for several terms, none of which a document has two."""
        for term in terms:
            if self.is_late():
                return
            yield from self.postings.occurrences(name, term)

    def _of_slots(self, name: IndexField, slots: Sequence[Slot], within: int | None) -> Iterable[Occurrences]:
        """Yield how often the slots are filled in documents, in order, or in any order `within` positions."""
        if len(slots) == 1:
            is_one = len(slots[0]) == 1
            yield from (
                self._of_terms(name, slots[0]) if is_one else self.postings.summed(name, slots[0], self.is_late)
            )
            return
        for number, ours in self.postings.slots(name, slots):
            if self.is_late():
                return
            places = ours.places()
            yield self.postings.starting(number, in_order(places) if within is None else near(places, slots, within))

    def _scored(self, weights: Mapping[IndexField, float], by_field: _ByField) -> Found:
        """Return the documents with any count, and BM25 over the fields with one document frequency for them all.

        Args:
            by_field: Occurrences that name no document twice.
        """
        size = self.columns.size
        scores = np.zeros(size, np.float32)
        for name, occurrences in by_field.items():
            factor = np.float32(weights[name] * (SATURATION + 1))
            for documents, counts in occurrences:
                scores[documents] += factor * self._saturated(name, counts, documents)
        documents = np.flatnonzero(scores > 0)
        rarity = log(size / (len(documents) + 1)) + 1 if len(documents) else 0.0
        return Found(documents, np.float32(rarity) * scores[documents])

    def _saturated(self, name: IndexField, counts: Scores, documents: Numbers) -> Scores:
        saturated: Scores = counts / (counts + self.columns.damping(name)[documents])
        return saturated
