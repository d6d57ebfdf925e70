"""Text with typographic variants made plain, which still knows where each character stood."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CYRILLIC_LOOKALIKES = {"А": "A", "С": "C", "Е": "E", "Т": "T"}
_CYRILLIC_IN_SYMBOL = re.compile("(?<![\u0400-\u04ff])[АСЕТ](?=/)|(?<=/)[АС](?=\\.\\d)")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SLASHES = "\u2044\u2215\u29f8\uff0f"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


@cache
def _plain_characters() -> dict[int, str]:
    """Return what stands for each variant, one character for one, so that offsets hold."""
    table = {ord(mark): "-" for mark in _DASHES} | {ord(mark): "/" for mark in _SLASHES}
    table |= {ord(mark): " " for mark in _SPACES}
    digits = (*range(0x660, 0x66A), *range(0x6F0, 0x6FA))
    table |= {code: str(unicodedata.decimal(chr(code))) for code in digits}
    return table | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in table}


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without invisible characters, with one dash, one slash, one space and one set of digits.

    Attributes:
        offsets: Where each character stood before; None where nothing moved.
    """

    text: str
    offsets: tuple[int, ...] | None

    def place_of(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the plain text stands in the text as it was."""
        if self.offsets is None or start == end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def _translated(text: str) -> str:
    latin = _CYRILLIC_IN_SYMBOL.sub(lambda found: _CYRILLIC_LOOKALIKES[found[0]], text.translate(_plain_characters()))
    assert len(latin) == len(text)
    return latin


def plain(text: str) -> PlainText:
    """Return the text made plain."""
    if text.isascii():
        return PlainText(text, None)
    if not _INVISIBLE.search(text):
        return PlainText(_translated(text), None)
    kept = [(at, mark) for at, mark in enumerate(text) if not _INVISIBLE.match(mark)]
    joined = "".join(mark for _, mark in kept)
    return PlainText(_translated(joined), tuple(at for at, _ in kept))
