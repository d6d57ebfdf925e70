"""Where there are runs in texts: by their characters, or where there is little beside ASCII, by their bytes."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from indexer.language.bytewise import FOLDED, as_characters, beyond_ascii, further_bytes, without_punctuation
from indexer.language.segmentation import LETTER, PLAIN_HAN, joining_characters, pairing_characters
from indexer.stretches import sums_before

Numbers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32] | npt.NDArray[np.uint8]
"""The characters of a text, or the bytes of it."""

Spans = tuple[Numbers, Numbers]

_IN_RUN: Final = 1
_HAN: Final = 2
_STICKY: Final = 4
_PLANE: Final = 0x10000
_ASSIGNED: Final = ((0, 0xD800), (0xE000, _PLANE), (_PLANE, 0x34000), (0xE0000, 0xE0200))
"""Where there are characters; the rest are surrogates, planes for private use, or not assigned to anything."""

_BETWEEN_TEXTS: Final = "\n"
"""In no run."""


class Scanned(NamedTuple):
    """Where there are runs in some texts, which are one text here.

    Attributes:
        text: One character for each code.
        further: The codes that are not counted as characters.
    """

    text: str
    codes: Codes
    starts: Numbers
    ends: Numbers
    further: Numbers


def by_characters(texts: Sequence[str]) -> Scanned:
    """Return the runs of texts."""
    text = _BETWEEN_TEXTS.join(texts)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return Scanned(text, codes, *_run_spans(codes), further=np.zeros(0, np.int64))


def by_bytes(texts: Sequence[bytes]) -> Scanned:
    """Return the runs of texts whose bytes may be taken for characters."""
    folded = _BETWEEN_TEXTS.encode().join(texts).translate(FOLDED)
    codes = np.frombuffer(folded, np.uint8)
    beyond = beyond_ascii(codes)
    parted = without_punctuation(codes, beyond)
    return Scanned(as_characters(folded), parted, *_spans_of(parted != 0), further=further_bytes(codes, beyond))


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
