"""Cuts many texts into words at once, on arrays: each distinct run of letters is looked at once, wherever it stands.

A run is letters with all that may stand inside a word. No word reaches out of a run, so that the words of a text are
those of its runs, one after the other, as `tokens` gives them. Runs are told apart by a hash of their characters.
"""

import re
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, count, islice
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from indexer.language.bytewise import (
    FOLDED,
    are_for_bytes,
    as_characters,
    beyond_ascii,
    further_bytes,
    pieces_by_byte,
    without_punctuation,
)
from indexer.language.runs import Hashes, Ids, Pieces, RunTable
from indexer.language.segmentation import LETTER, PLAIN_HAN, joining_characters, pairing_characters, plain_words, tokens
from indexer.stretches import sizes_of, stretches, sums_before

Numbers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32] | npt.NDArray[np.uint8]
"""The characters of a text, or the bytes of it."""

Text = TypeVar("Text", str, bytes)
Spans = tuple[Numbers, Numbers]

_IN_RUN: Final = 1
_HAN: Final = 2
_STICKY: Final = 4
_PLANE: Final = 0x10000
_ASSIGNED: Final = ((0, 0xD800), (0xE000, _PLANE), (_PLANE, 0x34000), (0xE0000, 0xE0200))
"""Where there are characters; the rest are surrogates, planes for private use, or not assigned to anything."""

_LONGEST_HASHED: Final = 64
"""Longer runs are told apart by themselves: texts can be made whose long runs share a hash, whatever its base."""

_LAST_BITS: Final = 0b011
"""Of the base: closer to a multiple of a power of 2, it would let long runs be made that share a hash."""

_CHARACTERS_AT_ONCE: Final = 1 << 17
"""So many that the arrays over them stay in the processor's cache."""

_BETWEEN_TEXTS: Final = "\n"
"""In no run."""


class Cut(NamedTuple):
    """The words of some texts, one after the other.

    Attributes:
        words: The number of each word in the lexicon.
        starts: At which character of its text each word begins.
        counts: How many words each text has.
    """

    words: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]
    counts: Numbers


class Lexicon:
    """Numbers distinct folded words, from 0. One thread at a time."""

    def __init__(self) -> None:
        numbers = Numbering()
        self.words: list[str] = numbers.words
        self._by_character = _Runs(numbers, _pieces)
        self._by_byte = _Runs(numbers, pieces_by_byte)

    def cut(self, texts: Sequence[str]) -> Cut:
        """Return the words of texts, as `tokens` finds them."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        sizes = _sizes(texts)
        are_latin = are_for_bytes(sizes, _sizes(encoded))
        if are_latin.all():
            return _cut(encoded, sizes, self._cut_bytes)
        of_bytes = [encoded[place] for place in np.flatnonzero(are_latin).tolist()]
        others = [texts[place] for place in np.flatnonzero(~are_latin).tolist()]
        return _in_turn(
            are_latin,
            _cut(of_bytes, sizes[are_latin], self._cut_bytes),
            _cut(others, sizes[~are_latin], self._cut_characters),
        )

    def _cut_characters(self, texts: Sequence[str]) -> tuple[Numbers, Ids]:
        """Return at which characters of all the texts words begin, and their numbers."""
        text = _BETWEEN_TEXTS.join(texts)
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        starts, ends = _run_spans(codes)
        return self._by_character.words_of(codes, starts, ends, text)

    def _cut_bytes(self, texts: Sequence[bytes]) -> tuple[Numbers, Ids]:
        """Return the same of texts whose bytes may be taken for characters."""
        folded = _BETWEEN_TEXTS.encode().join(texts).translate(FOLDED)
        codes = np.frombuffer(folded, np.uint8)
        beyond = beyond_ascii(codes)
        parted = without_punctuation(codes, beyond)
        starts, ends = _spans_of(parted != 0)
        begins, words = self._by_byte.words_of(parted, starts, ends, as_characters(folded))
        return begins - further_bytes(codes, beyond, begins), words


def _sizes(texts: Sequence[Text]) -> Numbers:
    return np.fromiter(map(len, texts), np.int64, len(texts))


def _cut(texts: Sequence[Text], sizes: Numbers, way: Callable[[Sequence[Text]], tuple[Numbers, Ids]]) -> Cut:
    """Return the words of texts, batch by batch.

    Args:
        sizes: How many characters each has.
        way: Gives the characters of some texts at which words begin, and the numbers of these.
    """
    cuts = [_cut_batch(sizes[batch], *way(texts[batch])) for batch in _batches(sizes)]
    return cuts[0] if len(cuts) == 1 else Cut(*map(np.concatenate, zip(*cuts, strict=True)))


def _cut_batch(sizes: Numbers, begins: Numbers, words: Ids) -> Cut:
    first_characters = sums_before(sizes + 1)
    counts = sizes_of(np.searchsorted(begins, first_characters), len(begins))
    return Cut(words, (begins - np.repeat(first_characters, counts)).astype(np.int32), counts)


def _in_turn(are_first: npt.NDArray[np.bool_], first: Cut, second: Cut) -> Cut:
    """Return the words of texts of two kinds in the order of all texts."""
    counts = np.zeros(len(are_first), np.int64)
    begins = np.zeros(len(are_first), np.int64)
    for kind, cut, before in ((are_first, first, 0), (~are_first, second, len(first.words))):
        counts[kind], begins[kind] = cut.counts, before + sums_before(cut.counts)
    places = stretches(begins, counts)
    words, starts = (np.concatenate(both)[places] for both in zip(first[:2], second[:2], strict=True))
    return Cut(words, starts, counts)


class _Runs:
    """The words of runs, which are found out once for each distinct run."""

    def __init__(self, numbers: "Numbering", pieces: Callable[[str], Iterable[tuple[str, int]]]) -> None:
        """Begin.

        Args:
            numbers: Of words.
            pieces: Gives the words of a run, and at which of its codes each begins.
        """
        self._numbers = numbers
        self._pieces_of = pieces
        self._hashing = _Hashing()
        self._table = RunTable()
        self._long_runs: dict[str, int] = {}

    def words_of(self, codes: Codes, starts: Numbers, ends: Numbers, text: str) -> tuple[Numbers, Ids]:
        """Return at which codes of a text the words of its runs begin, and their numbers.

        Args:
            text: One character for each code.
        """
        return self._table.words_of(self._known(codes, starts, ends, text), starts)

    def _known(self, codes: Codes, starts: Numbers, ends: Numbers, text: str) -> Ids:
        """Return the number of each run; those that are new are cut into words."""
        hashes = self._hashing.hashes(codes, starts, ends)
        runs = self._table.find(hashes)
        long_runs = np.flatnonzero(ends - starts > _LONGEST_HASHED)
        for place in long_runs.tolist():
            runs[place] = self._long_run(text[starts[place] : ends[place]])
        new = np.flatnonzero(runs == 0)
        if len(new):
            firsts, owners = _distinct(hashes[new])
            places = new[firsts]
            spans = zip(starts[places].tolist(), ends[places].tolist(), strict=True)
            runs[new] = self._put(hashes[places], [text[start:end] for start, end in spans])[owners]
        return runs

    def _long_run(self, text: str) -> int:
        known = self._long_runs.get(text)
        if known is None:
            known = self._long_runs[text] = self._table.put_unhashed(self._pieces([text]))
        return known

    def _put(self, hashes: Hashes, texts: Sequence[str]) -> Ids:
        """Put new runs into the table and return their numbers."""
        words = plain_words(texts)
        is_plain = np.fromiter(map(bool, words), np.bool_, len(words))
        plain = self._numbers.of([*filter(None, words)])
        others = self._pieces([text for text, word in zip(texts, words, strict=True) if not word])
        pieces = Pieces(
            counts=np.concatenate((np.ones(len(plain), np.int64), others.counts)),
            words=np.concatenate((plain, others.words)),
            offsets=np.concatenate((np.zeros(len(plain), np.int32), others.offsets)),
        )
        order = np.argsort(~is_plain, kind="stable")
        runs = np.zeros(len(texts), np.int32)
        runs[order] = self._table.put(hashes[order], pieces)
        return runs

    def _pieces(self, runs: Sequence[str]) -> Pieces:
        spelled = [[*self._pieces_of(run)] for run in runs]
        every = [*chain.from_iterable(spelled)]
        return Pieces(
            counts=np.fromiter(map(len, spelled), np.int64, len(spelled)),
            words=self._numbers.of([word for word, _ in every]),
            offsets=np.fromiter((offset for _, offset in every), np.int32, len(every)),
        )


def _pieces(run: str) -> Iterator[tuple[str, int]]:
    return ((piece.text, piece.start) for piece in tokens(run))


def _distinct(hashes: Hashes) -> tuple[Numbers, Numbers]:
    """Return where each distinct hash comes first, in no order, and for each hash which of these it is."""
    order = np.argsort(hashes, kind="stable")
    ordered = hashes[order]
    begins = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    owners = np.zeros(len(ordered), np.int64)
    owners[order] = np.cumsum(begins) - 1
    return order[begins], owners


class Numbering:
    """Numbers distinct words from 0, in the order in which they come."""

    def __init__(self) -> None:
        """Begin without words."""
        self.words: list[str] = []
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)

    def of(self, words: Sequence[str]) -> Ids:
        """Return the number of each word; one that comes for the first time gets the next."""
        numbers = np.fromiter(map(self._numbers.__getitem__, words), np.int32, len(words))
        new = [*islice(reversed(self._numbers), len(self._numbers) - len(self.words))]
        self.words.extend(reversed(new))
        return numbers


def _batches(sizes: Numbers) -> list[slice]:
    """Return which texts are worked on together."""
    ends = np.cumsum(sizes + 1)
    found = []
    begin = 0
    while begin < len(sizes):
        before = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, before + _CHARACTERS_AT_ONCE, side="right")))
        found.append(slice(begin, end))
        begin = end
    return found or [slice(0)]


def _run_spans(codes: Codes) -> Spans:
    """Return where runs start and end; Chinese ones are taken as overlapping pairs, each a run of its own."""
    classes = _character_classes(int(codes.max(initial=0)) // _PLANE).take(codes)
    starts, ends = _spans_of((classes & _IN_RUN).view(np.bool_))
    if not len(starts) or not (classes & _HAN).any():
        return starts, ends
    return _pairs(*_split(classes, starts, ends), classes)


def _spans_of(inside: npt.NDArray[np.bool_]) -> Spans:
    is_edge = np.zeros(len(inside) + 1, np.bool_)
    is_edge[:-1] = inside
    is_edge[1:] ^= inside
    edges = np.flatnonzero(is_edge)
    return edges[::2].copy(), edges[1::2].copy()


def _split(classes: npt.NDArray[np.uint8], starts: Numbers, ends: Numbers) -> Spans:
    """Part Chinese characters from others, but for runs with characters that have a say in how words are parted."""
    sticky = np.zeros(len(classes) + 1, np.int64)
    np.cumsum((classes & _STICKY) != 0, out=sticky[1:])
    is_free = sticky[starts] == sticky[ends]
    han = (classes & _HAN) != 0
    run_of = np.zeros(len(classes), np.int64)
    run_of[starts] = 1
    run_of = np.cumsum(run_of) - 1
    inside = (classes & _IN_RUN) != 0
    changes = np.flatnonzero((han[1:] != han[:-1]) & inside[1:] & inside[:-1]) + 1
    changes = changes[is_free[run_of[changes]]]
    return np.sort(np.concatenate((starts, changes))), np.sort(np.concatenate((ends, changes)))


def _pairs(starts: Numbers, ends: Numbers, classes: npt.NDArray[np.uint8]) -> Spans:
    in_pairs = ((classes[starts] & _HAN) != 0) & ((classes[ends - 1] & _HAN) != 0) & _is_pure(starts, ends, classes)
    lengths = np.where(in_pairs, np.maximum(ends - starts - 1, 1), 1)
    which = np.repeat(np.arange(len(starts)), lengths)
    begins = starts[which] + np.arange(len(which)) - np.repeat(sums_before(lengths), lengths)
    return begins, np.where(in_pairs[which], np.minimum(begins + 2, ends[which]), ends[which])


def _is_pure(starts: Numbers, ends: Numbers, classes: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Return which runs are of plain Chinese characters alone."""
    others = np.zeros(len(classes) + 1, np.int64)
    np.cumsum((classes & _HAN) == 0, out=others[1:])
    pure: npt.NDArray[np.bool_] = others[starts] == others[ends]
    return pure


@cache
def _character_classes(plane: int) -> npt.NDArray[np.uint8]:
    """Return for every code point up to those of a plane of Unicode what it is to a run."""
    letters = re.compile(f"{LETTER}+")
    classes = np.zeros((plane + 1) * _PLANE, np.uint8)
    for first, last in _ASSIGNED:
        if first >= len(classes):
            break
        text = np.arange(first, last, dtype="<u4").tobytes().decode("utf-32-le")
        for start, end in (match.span() for match in letters.finditer(text)):
            classes[first + start : first + end] = _IN_RUN
    for ranges, flags in (
        (joining_characters(), _IN_RUN | _STICKY),
        (pairing_characters(), _STICKY),
        (PLAIN_HAN, _HAN),
    ):
        for start, last in ranges:
            classes[start : last + 1] |= flags
    classes[(classes & _HAN) != 0] &= ~np.uint8(_STICKY)
    return classes


class _Hashing:
    """Hashes of runs: the characters as the digits of a number to a base that nobody knows, modulo 2 ** 64."""

    def __init__(self) -> None:
        self._base = secrets.randbits(61) << 3 | _LAST_BITS
        self._inverse = pow(self._base, -1, 1 << 64)
        self._powers = self._inverses = self._sums = np.zeros(0, np.uint64)

    def hashes(self, codes: Codes, starts: Numbers, ends: Numbers) -> Hashes:
        """Return the hash of each span of characters."""
        if len(codes) > len(self._powers):
            size = max(len(codes), _CHARACTERS_AT_ONCE) * 9 // 8  # of characters as many may have more bytes
            self._powers, self._inverses = _powers(self._base, size), _powers(self._inverse, size)
            self._sums = np.zeros(size + 1, np.uint64)
        sums = self._sums[1 : len(codes) + 1]
        sums[:] = codes
        sums *= self._powers[: len(codes)]
        np.cumsum(sums, out=sums)
        hashed: Hashes = self._sums.take(ends)
        hashed -= self._sums.take(starts)
        hashed *= self._inverses.take(starts)
        return hashed


def _powers(base: int, size: int) -> Hashes:
    factors = np.full(size, base, np.uint64)
    factors[:1] = 1
    return np.cumprod(factors, out=factors)
