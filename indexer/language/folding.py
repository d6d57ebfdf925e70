"""Folding: one spelling for all that people take for the same word, whatever its case, accents and code points."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from indexer.language.ranges import class_of

_LONGEST_KEPT: Final = 64
"""Longer words are folded each time: they hardly come back, and would fill the memory of folded words."""

INVISIBLE_RANGES: Final = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero-width space and joiners, marks of direction
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE01EF),
)
INVISIBLE: Final = class_of(INVISIBLE_RANGES)
"""Characters that are in a word without being seen, as the inside of a regular expression's class."""

APOSTROPHES: Final = "'’‘ʼ＇"

_LATIN: Final = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t",
        "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o", "ə": "e",
        "’": "'", "‘": "'", "ʼ": "'",
    }
)  # fmt: skip
_ARABIC: Final = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه",
        "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه",  # Persian and Urdu forms, which fonts of PDF files put for Arabic ones
    }
)  # fmt: skip
_DROPPED: Final = re.compile(
    f"[{INVISIBLE}"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # harakat, tatweel
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"  # points of Hebrew
)
_ACCENTS: Final = re.compile("([\u0400-\u052f]?)([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+)")
_STRESS: Final = "\u0300\u0301"
_DIAERESIS: Final = "\u0308"


class _Digits(dict[int, int]):
    """Maps the digits of every script to 0-9, each when it is first met."""

    def __missing__(self, code: int) -> int:
        value = unicodedata.decimal(chr(code), None)
        self[code] = code if value is None else ord("0") + value
        return self[code]


_DIGITS: Final = _Digits()


def fold(word: str) -> str:
    """Return the word without case, accents, harakat, invisible characters and presentation forms.

    Letters that are letters of their own stay: й is not и, and ї is not і, but ё is е. Folding a second time
    changes nothing.
    """
    if word.isascii():
        return word.lower()
    return _folded(word) if len(word) > _LONGEST_KEPT else _remembered(word)


def folds(words: Iterable[str]) -> list[str]:
    """Return what `fold` gives for each of several words, sooner than one by one."""
    return [word.lower() if word.isascii() else fold(word) for word in words]


def _folded(word: str) -> str:
    """Fold until nothing changes: a second round is needed where one rule makes work for another."""
    once = _fold_once(word)
    while once != word and not once.isascii():
        word, once = once, _fold_once(once)
    return once.lower() if once.isascii() else once


_remembered = lru_cache(maxsize=1 << 15)(_folded)


def _fold_once(word: str) -> str:
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    text = _DROPPED.sub("", text).translate(_LATIN).translate(_ARABIC).translate(_DIGITS)
    text = _ACCENTS.sub(_without_accents, unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", text)


def _without_accents(match: re.Match[str]) -> str:
    """Drop every mark after a letter that is not Cyrillic; there, marks make letters, save for stress and ё."""
    letter, marks = match.groups()
    if not letter:
        return ""
    dropped = _STRESS + _DIAERESIS if letter in "еЕ" else _STRESS
    return letter + "".join(mark for mark in marks if mark not in dropped)
