"""Glyphs on a page, each in the frame of the direction in which it is read."""

from dataclasses import dataclass, field

from indexer.extraction.repair import right_ligature

MOST_GLYPHS = 200_000  # a full page of small print has 20,000
SYMBOL_FONTS = ("symbol", "wingding", "webding", "dingbat")
BULLET = "•"


@dataclass(slots=True)
class Glyph:
    """One glyph in the frame of its reading direction: `x` runs along the line, `base` upwards across lines.

    Attributes:
        text: What it stands for: one letter, all letters of a ligature in reading order, or a whole word.
        is_spaced: Whether a space stands before it.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    is_spaced: bool = False

    @property
    def center(self) -> float:
        """The middle of the glyph along the line, doubled."""
        return self.x0 + self.x1


@dataclass(slots=True)
class Frame:
    """Glyphs that read in one direction, with the extent of the page in that frame."""

    bottom: float
    top: float
    glyphs: list[Glyph] = field(default_factory=list)


def frames_of(width: float, height: float) -> list[Frame]:
    """Return the empty frames of a page as shown, by how many quarter turns to the left their text has."""
    return [Frame(0, height), Frame(-width, 0), Frame(-height, 0), Frame(0, width)]


def turn_of(across: float, along: float, up: float) -> int:
    """Return how many quarter turns to the left the text has; mirrored text counts as upright."""
    if abs(across) >= abs(along):
        return 2 if across < 0 and up < 0 else 0
    return 1 if along > 0 else 3


def readable(text: str, font: str) -> str:
    """Return what the text of one glyph stands for: a bullet for signs of fonts that have their own code."""
    if len(text) == 1 and "\uf000" <= text <= "\uf0ff":
        code = chr(ord(text) - 0xF000)
        is_symbol = any(name in font.lower() for name in SYMBOL_FONTS)
        return code if code.isalnum() and code.isascii() and not is_symbol else BULLET
    if text in {"\0", "\r", "\n", "\t"}:
        return " " if text != "\0" else ""
    return right_ligature(text)
