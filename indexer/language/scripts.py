"""The scripts that words are written in, as far as languages and word boundaries depend on them."""

from bisect import bisect_right
from enum import StrEnum
from typing import Final


class Script(StrEnum):
    """A writing system, or all those that need no rule of their own."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    SOUTH_EAST_ASIAN = "south_east_asian"  # Thai, Lao, Myanmar, Khmer: no spaces between words
    OTHER = "other"


_RANGES: Final = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0250, 0x02AF, Script.LATIN),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x0E00, 0x0E4F, Script.SOUTH_EAST_ASIAN),
    (0x0E5A, 0x0ECF, Script.SOUTH_EAST_ASIAN),
    (0x0EDA, 0x0EFF, Script.SOUTH_EAST_ASIAN),
    (0x1000, 0x103F, Script.SOUTH_EAST_ASIAN),
    (0x104A, 0x108F, Script.SOUTH_EAST_ASIAN),
    (0x109A, 0x109F, Script.SOUTH_EAST_ASIAN),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1780, 0x17DF, Script.SOUTH_EAST_ASIAN),
    (0x1C80, 0x1C8F, Script.CYRILLIC),
    (0x1D00, 0x1D25, Script.LATIN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x2C60, 0x2C7F, Script.LATIN),
    (0x2DE0, 0x2DFF, Script.CYRILLIC),
    (0x2E80, 0x2FDF, Script.HAN),
    (0x3005, 0x3007, Script.HAN),
    (0x3021, 0x3029, Script.HAN),
    (0x3041, 0x30FF, Script.KANA),
    (0x3105, 0x312F, Script.HAN),
    (0x3131, 0x318E, Script.HANGUL),
    (0x31A0, 0x31BF, Script.HAN),
    (0x31F0, 0x31FF, Script.KANA),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xA640, 0xA69F, Script.CYRILLIC),
    (0xA722, 0xA7FF, Script.LATIN),
    (0xA960, 0xA97F, Script.HANGUL),
    (0xA9E0, 0xA9EF, Script.SOUTH_EAST_ASIAN),
    (0xA9FA, 0xA9FE, Script.SOUTH_EAST_ASIAN),
    (0xAA60, 0xAA7F, Script.SOUTH_EAST_ASIAN),
    (0xAB30, 0xAB6F, Script.LATIN),
    (0xAC00, 0xD7FF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB00, 0xFB06, Script.LATIN),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
    (0xFF21, 0xFF5A, Script.LATIN),
    (0xFF66, 0xFF9D, Script.KANA),
    (0xFFA1, 0xFFDC, Script.HANGUL),
    (0x1B000, 0x1B16F, Script.KANA),
    (0x20000, 0x3FFFF, Script.HAN),
)
_STARTS: Final = tuple(start for start, _, _ in _RANGES)

_WITHOUT_SPACES: Final = (Script.HAN, Script.KANA, Script.HANGUL, Script.SOUTH_EAST_ASIAN)


def script_of(letter: str) -> Script:
    """Return the script of one character; meaningful for letters alone."""
    position = bisect_right(_STARTS, ord(letter)) - 1
    if position >= 0 and ord(letter) <= _RANGES[position][1]:
        return _RANGES[position][2]
    return Script.OTHER


def stands_in_pairs(letter: str) -> bool:
    """Return whether a character is of a script without spaces, whose runs are searched as pairs of characters."""
    return script_of(letter) in _WITHOUT_SPACES


RANGES_WITHOUT_SPACES: Final = tuple((start, end) for start, end, script in _RANGES if script in _WITHOUT_SPACES)
"""The first and the last of each range of characters of scripts whose words are not set apart.

Korean does set words apart, but its words carry particles, so that pairs of syllables find more.
"""
