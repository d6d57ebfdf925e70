"""Postings of folded words -> postings of their stems, which depend on the language of each document."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from indexer.model.identifiers import Language
from indexer.search.terms import terms_of_stems
from indexer.search.whoosh_engine.arrays import Integers, Mask, changes, distinct, starts_of
from indexer.search.whoosh_engine.building.inverting import Batch, Ranking
from indexer.search.whoosh_engine.building.numbering import Numbering
from indexer.search.whoosh_engine.building.sorting import stable_order
from indexer.search.whoosh_engine.codec.container import narrowed
from indexer.search.whoosh_engine.codec.segment import Forms
from indexer.stretches import sizes_of, sums_before

Small = npt.NDArray[np.int32]
Spoken = dict[Language, Integers]
"""Words of each language."""

_UNKNOWN: Final = -1


class Stemmer:
    """Numbers the stems of words, each found out once for a word and a language. One thread at a time."""

    def __init__(self, words: Sequence[str]) -> None:
        """Begin.

        Args:
            words: What the numbers of words stand for; there may be more at each call.
        """
        self._words = words
        self._numbers = Numbering()
        self.stems: list[str] = self._numbers.strings
        self._of_word: dict[Language, Small] = {}

    def numbers(self, words: Integers, language: Language) -> Small:
        """Return the stem of each word of a language, by its number; the words are in ascending order."""
        known = self._of_word.get(language, np.zeros(0, np.int32))
        if len(known) < len(self._words):
            more = np.full(len(self._words), _UNKNOWN, np.int32)  # twice as long, for those to come
            known = self._of_word[language] = np.concatenate((known, more))
        found: Small = known[words]
        new = words[found == _UNKNOWN]
        if len(new):
            new = new[changes(new)]
            known[new] = self._numbers.of(terms_of_stems([self._words[word] for word in new.tolist()], language))
            found = known[words]
        return found


def stemmed(words: Batch, languages: Sequence[Language], stemmer: Stemmer) -> tuple[Batch, Spoken]:
    """Return the postings of the stems of words, and which words there are of each language.

    Args:
        languages: The language of each document.
    """
    if len(set(languages)) == 1:
        return _of_one_language(words, stemmer.numbers(words.words, languages[0])), {languages[0]: words.words}
    stems, spoken = _of_postings(words, languages, stemmer)
    return _summed(stems, words.documents, words.counts), spoken


def _of_one_language(words: Batch, stems: Small) -> Batch:
    """Return the postings of the stem of each word: those of its only word, else those of several summed up."""
    is_shared = np.bincount(stems)[stems] > 1
    is_row_shared = np.repeat(is_shared, words.sizes)
    rows, others = np.flatnonzero(is_row_shared), np.flatnonzero(~is_row_shared)
    of_rows = np.repeat(stems[is_shared], words.sizes[is_shared])
    shared = _summed(of_rows, words.documents.take(rows), words.counts.take(rows))
    sizes = np.concatenate((shared.sizes, words.sizes[~is_shared]))
    return Batch(
        words=np.concatenate((shared.words, stems[~is_shared])),
        sizes=sizes,
        documents=np.concatenate((shared.documents, words.documents.take(others))),
        counts=np.concatenate((shared.counts, words.counts.take(others))),
        occurrences=np.zeros_like(sizes),
    )


def _of_postings(words: Batch, languages: Sequence[Language], stemmer: Stemmer) -> tuple[Small, Spoken]:
    """Return the stem of the word of each posting, and which words there are of each language."""
    of_posting = np.repeat(words.words, words.sizes)
    spoken: Spoken = {}
    stems = np.zeros(len(of_posting), np.int32)
    for language, ours in _by_language(words.documents, languages):
        of_language = of_posting[ours]
        stems[ours] = stemmer.numbers(of_language, language)
        spoken[language] = of_language[changes(of_language)]
    return stems, spoken


def _by_language(documents: Integers, languages: Sequence[Language]) -> Iterator[tuple[Language, Mask]]:
    """Yield which postings are of each language."""
    distinct = list(dict.fromkeys(languages))
    code = {language: number for number, language in enumerate(distinct)}
    spoken = np.fromiter((code[language] for language in languages), np.int64, len(languages))[documents]
    for language, number in code.items():
        yield language, spoken == number


def _summed(stems: Small, documents: Integers, counts: Integers) -> Batch:
    """Return one posting for each stem and document."""
    order = stable_order(documents, stems)
    stems, documents, counts = stems.take(order), documents.take(order), counts.take(order)
    begins = changes(stems, documents)
    of_posting = stems.take(begins)
    heads = changes(of_posting)
    before = sums_before(counts)
    totals = sizes_of(before.take(begins), int(before[-1]) + int(counts[-1])) if len(begins) else counts
    sizes = narrowed(sizes_of(heads, len(begins)))
    return Batch(of_posting[heads], sizes, documents.take(begins), narrowed(totals), np.zeros_like(sizes))


def forms_of(spoken: Iterable[Spoken], stemmer: Stemmer, stems: Ranking, words: Ranking) -> Forms:
    """Return which words have each stem, in some language that they are words of."""
    occurs: dict[Language, Mask] = {}
    for language, ours in chain.from_iterable(part.items() for part in spoken):
        occurs.setdefault(language, np.zeros(len(words.ranks), np.bool_))[ours] = True
    pairs = [np.zeros(0, np.int64)]
    for language, mask in occurs.items():
        ours = np.flatnonzero(mask)
        of_stem = stems.ranks[stemmer.numbers(ours, language)].astype(np.int64)
        pairs.append(of_stem * len(words.terms) + words.ranks[ours])
    both = distinct(np.concatenate(pairs))
    of_stem, of_word = np.divmod(both, max(len(words.terms), 1))
    return Forms(starts_of(np.bincount(of_stem, minlength=len(stems.terms))), of_word)
