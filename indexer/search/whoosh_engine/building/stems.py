"""Postings of folded words -> postings of their stems, which depend on the language of each document."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from indexer.model.identifiers import Language
from indexer.search.terms import stem_term
from indexer.search.whoosh_engine.arrays import Integers, Numbers, changes, starts_of
from indexer.search.whoosh_engine.building.inverting import FieldPostings, ranked
from indexer.search.whoosh_engine.building.sorting import stable_order
from indexer.search.whoosh_engine.codec.segment import Forms

_COUNT_BITS: Final = np.uint64(32)


class Stemmer:
    """Numbers the stems of words, each found out once for a word and a language."""

    def __init__(self) -> None:
        self.stems: list[str] = []
        self._numbers: dict[str, int] = {}
        self._of_term: dict[Language, dict[bytes, int]] = {}

    def numbers(self, terms: Sequence[bytes], wanted: Numbers, language: Language) -> npt.NDArray[np.int32]:
        """Return the stem of each wanted term, by the number of the term; -1 for others."""
        known = self._of_term.setdefault(language, {})
        found = np.full(len(terms), -1, np.int32)
        for place in wanted.tolist():
            term = terms[place]
            number = known.get(term)
            if number is None:
                number = known[term] = self._number(stem_term(term.decode(), language))
            found[place] = number
        return found

    def _number(self, stem: str) -> int:
        number = self._numbers.setdefault(stem, len(self.stems))
        if number == len(self.stems):
            self.stems.append(stem)
        return number


def stemmed(words: FieldPostings, languages: Sequence[Language], stemmer: Stemmer) -> tuple[FieldPostings, Forms]:
    """Return the postings of the stems of a field's words, and which words have each stem.

    Args:
        languages: The language of each document.
    """
    terms = np.repeat(np.arange(len(words.terms)), np.diff(words.starts))
    stems = _stems(words, terms, languages, stemmer)
    ranks, encoded = ranked(stemmer.stems, stems)
    of_word = ranks[stems]
    of_posting, documents, counts = _summed(of_word, words.documents, words.counts)
    runs = changes(terms, of_word)
    pairs = np.unique(of_word[runs].astype(np.int64) * len(words.terms) + terms[runs])
    size = max(len(words.terms), 1)
    forms = Forms(starts_of(np.bincount(pairs // size, minlength=len(encoded))), pairs % size)
    return FieldPostings(encoded, starts_of(np.bincount(of_posting, minlength=len(encoded))), documents, counts), forms


def _stems(
    words: FieldPostings, terms: Numbers, languages: Sequence[Language], stemmer: Stemmer
) -> npt.NDArray[np.int32]:
    """Return the stem of each posting."""
    distinct = list(dict.fromkeys(languages))
    if len(distinct) == 1:
        return stemmer.numbers(words.terms, np.arange(len(words.terms)), distinct[0])[terms]
    code = {language: number for number, language in enumerate(distinct)}
    spoken = np.fromiter((code[language] for language in languages), np.int64, len(languages))[words.documents]
    stems = np.zeros(len(terms), np.int32)
    for language, number in code.items():
        ours = np.flatnonzero(spoken == number)
        wanted = np.zeros(len(words.terms), np.bool_)
        wanted[terms[ours]] = True
        stems[ours] = stemmer.numbers(words.terms, np.flatnonzero(wanted), language)[terms[ours]]
    return stems


def _summed(stems: Integers, documents: Integers, counts: Integers) -> tuple[Integers, Integers, Integers]:
    """Return one posting for each stem and document, in their order: stem, document, count."""
    frequencies = np.bincount(stems)
    both = documents.astype(np.uint64)
    both <<= _COUNT_BITS
    both |= counts.astype(np.uint32)
    both = both[stable_order(documents, stems)]
    stems = np.repeat(np.arange(len(frequencies), dtype=np.int32), frequencies)
    documents, counts = (both >> _COUNT_BITS).astype(np.uint32), both.astype(np.uint32)
    begins = changes(stems, documents)
    totals: Integers = np.add.reduceat(counts, begins) if len(begins) else counts
    return stems[begins], documents[begins], totals
