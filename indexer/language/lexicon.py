"""Cuts many texts into words at once, on arrays: each distinct run of letters is looked at once, wherever it stands.

A run is letters with all that may stand inside a word. No word reaches out of a run, so that the words of a text are
those of its runs, one after the other, as `tokens` gives them. Runs are told apart by a hash of their characters.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from indexer.language.bytewise import are_for_bytes, counted_up_to, pieces_by_byte
from indexer.language.runs import Hashes, Ids, Pieces, RunTable, whole_words
from indexer.language.scanning import Codes, Scanned, by_bytes, by_characters
from indexer.language.segmentation import tokens
from indexer.stretches import sizes_of, stretches, sums_before

Numbers = npt.NDArray[np.int64]
Text = TypeVar("Text", str, bytes)

_LONGEST_HASHED: Final = 64
"""Longer runs are told apart by themselves: texts can be made whose long runs share a hash, whatever its base."""

_LAST_BITS: Final = 0b011
"""Of the base: closer to a multiple of a power of 2, it would let long runs be made that share a hash."""

_CHARACTERS_AT_ONCE: Final = 1 << 17
"""So many that the arrays over them stay in the processor's cache."""

_NEW_AT_ONCE: Final = 1 << 13
"""So many runs that are not known are waited for: most are met once, and what is done once for all takes its time."""


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
        self._words = _Words()
        self.words: list[str] = self._words.all
        self._by_character = _Runs(_pieces, self._numbers)
        self._by_byte = _RunsOfBytes(pieces_by_byte, self._numbers, self._words)

    def cut(self, texts: Sequence[str]) -> Cut:
        """Return the words of texts, as `tokens` finds them."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        sizes = _sizes(texts)
        are_latin = are_for_bytes(sizes, _sizes(encoded))
        if are_latin.all():
            return _cut(encoded, sizes, self._by_byte, by_bytes)
        of_bytes = [encoded[place] for place in np.flatnonzero(are_latin).tolist()]
        others = [texts[place] for place in np.flatnonzero(~are_latin).tolist()]
        return _in_turn(
            are_latin,
            _cut(of_bytes, sizes[are_latin], self._by_byte, by_bytes),
            _cut(others, sizes[~are_latin], self._by_character, by_characters),
        )

    def _numbers(self, words: Sequence[str]) -> Ids:
        """Return the number of each word: most could be runs of bytes, and are looked up as such."""
        are_plain = [word.isascii() and word.isalnum() and len(word) <= _LONGEST_HASHED for word in words]
        places, plain, others = _parted(words, are_plain)
        numbers = np.zeros(len(words), np.int32)
        numbers[places] = self._by_byte.numbers(plain)
        numbers[~places] = self._words.numbers(others)
        return numbers


def _sizes(texts: Sequence[Text]) -> Numbers:
    return np.fromiter(map(len, texts), np.int64, len(texts))


def _cut(texts: Sequence[Text], sizes: Numbers, runs: "_Runs", scan: Callable[[Sequence[Text]], Scanned]) -> Cut:
    """Return the words of texts, batch by batch.

    Args:
        sizes: How many characters each has.
        scan: Gives the runs of some texts.
    """
    batches = _batches(sizes)
    found = runs.words_of_each(scan(texts[batch]) for batch in batches)
    cuts = [_cut_batch(sizes[batch], *words) for batch, words in zip(batches, found, strict=True)]
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


class _Looked(NamedTuple):
    """The runs of a text that have been looked up.

    Attributes:
        runs: The number of each; 0 where it is not known.
        new: Which ones are not known.
        hashes: Of those.
    """

    scanned: Scanned
    runs: Ids
    new: Numbers
    hashes: Hashes


class _Runs:
    """The words of runs, which are found out once for each distinct run."""

    def __init__(
        self, pieces: Callable[[str], Iterable[tuple[str, int]]], numbers: Callable[[Sequence[str]], Ids]
    ) -> None:
        """Begin.

        Args:
            pieces: Gives the words of a run, and at which of its codes each begins.
            numbers: Gives the numbers of words.
        """
        self._pieces_of = pieces
        self._numbers = numbers
        self._hashing = _Hashing()
        self._table = RunTable()
        self._long_runs: dict[str, int] = {}

    def words_of_each(self, texts: Iterable[Scanned]) -> Iterator[tuple[Numbers, Ids]]:
        """Yield at which characters of each text words begin, and their numbers.

        New runs are cut into words when there are many, in all texts that have been waiting for that.
        """
        waiting: list[_Looked] = []
        new = 0
        for text in texts:
            waiting.append(self._looked(text))
            new += len(waiting[-1].new)
            if new >= _NEW_AT_ONCE:
                yield from self._words_of_all(waiting)
                waiting, new = [], 0
        yield from self._words_of_all(waiting)

    def _looked(self, text: Scanned) -> _Looked:
        hashes = self._hashing.hashes(text.codes, text.starts, text.ends)
        runs = self._table.find(hashes)
        for place in np.flatnonzero(text.ends - text.starts > _LONGEST_HASHED).tolist():
            runs[place] = self._long_run(text.text[text.starts[place] : text.ends[place]])
        new = np.flatnonzero(runs == 0)
        return _Looked(text, runs, new, hashes[new])

    def _words_of_all(self, texts: Sequence[_Looked]) -> Iterator[tuple[Numbers, Ids]]:
        if any(len(text.new) for text in texts):
            self._learn(texts)
        for text in texts:
            begins, words = self._table.words_of(text.runs, text.scanned.starts)
            yield begins - counted_up_to(begins, text.scanned.further), words

    def _learn(self, texts: Sequence[_Looked]) -> None:
        """Cut the new runs of texts into words, and put their numbers where they were not known."""
        hashes = np.concatenate([text.hashes for text in texts])
        starts = np.concatenate([text.scanned.starts[text.new] for text in texts])
        ends = np.concatenate([text.scanned.ends[text.new] for text in texts])
        counted = np.cumsum([len(text.new) for text in texts])
        places, owners = _distinct(hashes)
        runs = self._table.find(hashes[places])  # words of long runs may have been put in since
        places = places[runs == 0]
        of_text = np.searchsorted(counted, places, side="right")
        spans = zip(of_text.tolist(), starts[places].tolist(), ends[places].tolist(), strict=True)
        spellings = [texts[text].scanned.text[start:end] for text, start, end in spans]
        runs[runs == 0] = self._put(hashes[places], spellings)
        for text, found in zip(texts, np.split(runs[owners], counted[:-1]), strict=True):
            text.runs[text.new] = found

    def _long_run(self, text: str) -> int:
        known = self._long_runs.get(text)
        if known is None:
            known = self._long_runs[text] = self._table.put_unhashed(self._pieces([text]))
        return known

    def _put(self, hashes: Hashes, runs: Sequence[str]) -> Ids:
        """Put new runs into the table and return their numbers."""
        return self._table.put(hashes, self._pieces(runs))

    def _pieces(self, runs: Sequence[str]) -> Pieces:
        spelled = [[*self._pieces_of(run)] for run in runs]
        every = [*chain.from_iterable(spelled)]
        return Pieces(
            counts=np.fromiter(map(len, spelled), np.int64, len(spelled)),
            words=self._numbers([word for word, _ in every]),
            offsets=np.fromiter((offset for _, offset in every), np.int32, len(every)),
        )


class _RunsOfBytes(_Runs):
    """The same where a run that is plain is its word; a plain word is told apart by no other means."""

    def __init__(
        self,
        pieces: Callable[[str], Iterable[tuple[str, int]]],
        numbers: Callable[[Sequence[str]], Ids],
        words: "_Words",
    ) -> None:
        super().__init__(pieces, numbers)
        self._words = words

    def numbers(self, words: Sequence[str]) -> Ids:
        """Return the numbers of plain words."""
        if not words:
            return np.zeros(0, np.int32)
        text, sizes = "".join(words), _sizes(words)
        codes, starts = np.frombuffer(text.encode(), np.uint8), sums_before(sizes)
        scanned = Scanned(text, codes, starts, starts + sizes, further=np.zeros(0, np.int64))
        ((_, found),) = self._words_of_all([self._looked(scanned)])
        return found

    def _put(self, hashes: Hashes, runs: Sequence[str]) -> Ids:
        places, plain, others = _parted(runs, [run.isascii() and run.isalnum() for run in runs])
        numbers = np.zeros(len(runs), np.int32)
        numbers[places] = self._table.put(hashes[places], whole_words(self._words.appended(plain)))
        numbers[~places] = super()._put(hashes[~places], others)
        return numbers


def _parted(words: Sequence[str], are_plain: Sequence[bool]) -> tuple[npt.NDArray[np.bool_], list[str], list[str]]:
    """Return which words are plain, those that are, and the others."""
    others = [word for word, is_plain in zip(words, are_plain, strict=True) if not is_plain]
    return np.array(are_plain, np.bool_), [*compress(words, are_plain)], others


def _pieces(run: str) -> Iterator[tuple[str, int]]:
    return ((piece.text, piece.start) for piece in tokens(run))


def _distinct(hashes: Hashes) -> tuple[Numbers, Numbers]:
    """Return one place of each distinct hash, in no order, and for each hash which of these it is."""
    order = np.argsort(hashes)
    ordered = hashes[order]
    begins = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    owners = np.zeros(len(ordered), np.int64)
    owners[order] = np.cumsum(begins) - 1
    return order[begins], owners


class _Words:
    """All words, numbered from 0 in the order in which they come."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._others: dict[str, int] = {}

    def appended(self, words: Sequence[str]) -> Ids:
        """Put in words that are not there, and return their numbers."""
        first = len(self.all)
        self.all.extend(words)
        return np.arange(first, len(self.all), dtype=np.int32)

    def numbers(self, words: Sequence[str]) -> Ids:
        """Return the numbers of words that are not plain; those that are not there are put in."""
        new = [word for word in dict.fromkeys(words) if word not in self._others]
        self._others.update(zip(new, self.appended(new).tolist(), strict=True))
        return np.fromiter(map(self._others.__getitem__, words), np.int32, len(words))


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
