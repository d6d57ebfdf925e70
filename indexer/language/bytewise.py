"""Texts of ASCII with few other characters, cut by their bytes in UTF-8: there is less to look at and to remember.

A run is letters and digits of ASCII, apostrophes, and all bytes of other characters, so that it may be more than one of
characters would be. The words are the same: no word reaches over a character of ASCII that is not in a run.
"""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from indexer.language.folding import APOSTROPHES, INVISIBLE_RANGES
from indexer.language.segmentation import plain_word, tokens

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_LETTERS_FOR_ONE: Final = 16
_ANYHOW: Final = 8
"""A text may have so many further bytes of characters beyond ASCII, and one more for so many letters.

With more of them it may be Chinese, where all that stands between two spaces would be a run that comes but once.
"""

_ASCII: Final = 0x80
_FIRST_TWO_BITS: Final = np.uint8(0b11000000)
_FURTHER_BYTE: Final = 0b10000000
"""How bytes of a character begin that are not its first."""


def _folded(byte: int) -> int:
    character = chr(byte)
    if byte >= _ASCII or character in APOSTROPHES:
        return byte
    return ord(character.lower()) if character.isalnum() else 0


FOLDED: Final = bytes(map(_folded, range(256)))
"""What each byte of a text is in a run, small letters for large ones; 0 outside."""

_PUNCTUATION: Final = (0xE2, 0x80)
"""How the first half of General Punctuation begins, U+2000 to U+203F: there is a character for each third byte."""


def _parts_words(third: int) -> bool:
    code = 0x2000 + third - _FURTHER_BYTE
    is_seen = not any(start <= code <= last for start, last in INVISIBLE_RANGES)
    return code >= 0x2000 and is_seen and chr(code) not in APOSTROPHES  # noqa: PLR2004 - as above


_PARTS_WORDS: Final = np.array([*map(_parts_words, range(192)), *(False,) * 64])


_QUOTE: Final = "(?:'|\xe2\x80[\x98\x99])"
_QUOTED: Final = re.compile(f"{_QUOTE}*([a-z0-9]+)(?:{_QUOTE}+s?)?")
"""A word of ASCII with apostrophes about it, or an English possessive: most of what is not letters alone."""


def are_for_bytes(characters: Numbers, sizes: Numbers) -> Mask:
    """Return which texts are cut by their bytes in UTF-8.

    Args:
        characters, sizes: How many characters, and how many bytes, each text has.
    """
    are_few: Mask = sizes - characters <= _ANYHOW + characters // _LETTERS_FOR_ONE
    return are_few


def beyond_ascii(codes: Bytes) -> Numbers:
    """Return which bytes of a text are of characters beyond ASCII."""
    return np.flatnonzero(codes >= _ASCII)


def without_punctuation(codes: Bytes, beyond: Numbers) -> Bytes:
    """Return bytes of a text without those of the quotation marks and dashes that most texts have."""
    first = beyond[codes[beyond] == _PUNCTUATION[0]]
    first = first[(codes[first + 1] == _PUNCTUATION[1]) & _PARTS_WORDS[codes[first + 2]]]
    if not len(first):
        return codes
    parted = codes.copy()
    parted[first] = parted[first + 1] = parted[first + 2] = 0
    return parted


def further_bytes(codes: Bytes, beyond: Numbers) -> Numbers:
    """Return which bytes of a text are not the first of a character."""
    further: Numbers = beyond[(codes[beyond] & _FIRST_TWO_BITS) == _FURTHER_BYTE]
    return further


def counted_up_to(places: Numbers, further: Numbers) -> Numbers | int:
    """Return how many further bytes there are up to each place in a text, both in ascending order."""
    if not len(further):
        return 0
    behind = np.bincount(np.searchsorted(places, further), minlength=len(places))
    return np.cumsum(behind[: len(places)])


def as_characters(text: bytes) -> str:
    """Return a text with a character for each byte."""
    return text.decode("latin-1")


def pieces_by_byte(run: str) -> Iterator[tuple[str, int]]:
    """Return the words of a run that is one character for each byte, and at which of them each begins."""
    quoted = _QUOTED.fullmatch(run)
    if quoted:
        return iter(((plain_word(quoted[1]), quoted.start(1)),))
    text = run.encode("latin-1").decode("utf-8", "surrogatepass")
    return ((piece.text, len(text[: piece.start].encode("utf-8", "surrogatepass"))) for piece in tokens(text))
