"""Glyphs of one frame into lines of text, column after column."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from indexer.extraction.bidirectional import (
    has_right_to_left,
    is_right_to_left,
    is_seen_from_right,
    reading_order,
)
from indexer.extraction.pdf.frames import Glyph

SAME_BASE = 0.12  # of the size: glyphs of one stroke of the pen
WIDE_GAP = 0.8  # of the size: may be the gutter between columns
WORD_GAP = 0.15  # of the size: a space in tight print is 0.2, kerning stays below 0.1
IDEOGRAPH_GAP = 0.8
SHARED_HEIGHT = 0.5
ASCENT, DESCENT = 0.7, 0.2
OVERDRAWN = 0.02
SPACED_OUT = 0.12
RAISED = 0.2
COVERED = 0.4  # of the narrower: a raised letter stands in a gap, and a vowel mark has no width
APART = 1.5  # of the size: wider than spaces that fill a line
LONGEST_MARKER = 6
LONGEST_NOTE_NUMBER = 3
LEADER = " … "
LEADERS = re.compile(r"\s*(?:[.·_]\s?){5,}\s*")
SMALL = 0.85


@dataclass(slots=True)
class Segment:
    """Glyphs on one baseline without a wide gap; `spaced` has the positions before which a space stands."""

    glyphs: list[Glyph]
    spaced: set[int] = field(default_factory=set)  # ids of glyphs
    x0: float = 0
    x1: float = 0
    base: float = 0
    size: float = 0

    def measure(self) -> "Segment":
        """Set the extent from the glyphs."""
        self.x0 = self.glyphs[0].x0
        self.x1 = max(glyph.x1 for glyph in self.glyphs)
        self.base = self.glyphs[0].base
        self.size = max(glyph.size for glyph in self.glyphs)
        return self


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read, with where it stands.

    Attributes:
        first_word: The width of the word that it begins with.
        cells: How many pieces stand apart on it, but a number or a bullet before the rest.
        is_item: Whether a number or a bullet stands before the rest.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    first_word: float
    from_right: bool = False
    cells: int = 1
    is_item: bool = False


def segments_of(glyphs: Iterable[Glyph]) -> list[Segment]:
    """Return the segments of a frame from its top down."""
    segments: list[Segment] = []
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if row and row[0].base - glyph.base > SAME_BASE * min(row[0].size, glyph.size):
            segments += _divided(row)
            row = []
        row.append(glyph)
    return segments + (_divided(row) if row else [])


def _divided(row: list[Glyph]) -> list[Segment]:
    """Divide the glyphs of one baseline at wide gaps; a glyph drawn twice for boldness counts once."""
    row = _with_marks(sorted(row, key=lambda glyph: glyph.center))
    segments: list[Segment] = []
    reach, after_space = float("-inf"), False
    last: Glyph | None = None
    for glyph in row:
        if glyph.text.isspace():
            after_space = True
            continue
        if last is not None and _is_repeated(last, glyph):
            continue
        gap = (glyph.x0 - reach) / WIDE_GAP
        if last is None or (gap > glyph.size and gap > last.size):
            segments.append(Segment([]))
            reach = glyph.x1
        if after_space or glyph.is_spaced:
            segments[-1].spaced.add(id(glyph))
        segments[-1].glyphs.append(glyph)
        reach, after_space, last = max(reach, glyph.x1), False, glyph
    return [segment.measure() for segment in segments]


def _with_marks(row: list[Glyph]) -> list[Glyph]:
    """Give each vowel mark or accent that is a glyph of its own to the letter that it stands over."""
    marks = [glyph for glyph in row if _is_mark(glyph.text)]
    if not marks:
        return row
    letters = [glyph for glyph in row if not _is_mark(glyph.text)]
    bases = [glyph for glyph in letters if not glyph.text.isspace()]
    if not bases:
        return row
    centers = [glyph.center for glyph in bases]
    for mark in marks:
        index = bisect_left(centers, mark.center)
        near = bases[max(0, index - 1) : index + 1]
        base = min(near, key=lambda base: abs(base.center - mark.center))
        base.text += mark.text.strip()
    return letters


def _is_mark(text: str) -> bool:
    if text.isascii():
        return False
    bare = text.strip()
    return bool(bare) and all(unicodedata.combining(character) for character in bare)


def _is_repeated(one: Glyph, other: Glyph) -> bool:
    if one.text != other.text:
        return False
    return abs(one.x0 - other.x0) < max(0.25 * (one.x1 - one.x0), 0.1 * one.size)


def rows_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Put segments that share most of their height into one row: notes' marks and raised letters with their line."""
    rows: list[list[Segment]] = []
    low = high = 0.0
    for segment in segments:
        bottom, top = segment.base - DESCENT * segment.size, segment.base + ASCENT * segment.size
        shared = min(top, high) - max(bottom, low)
        is_level = shared > SHARED_HEIGHT * min(top - bottom, high - low)
        if rows and is_level and not any(_covers(other, segment) for other in rows[-1]):
            rows[-1].append(segment)
            if top - bottom > high - low:
                low, high = bottom, top
        else:
            rows.append([segment])
            low, high = bottom, top
    return rows


def _covers(one: Segment, other: Segment) -> bool:
    """Whether two segments stand one above the other, as two small lines beside a large one do."""
    if abs(one.base - other.base) <= RAISED * min(one.size, other.size):
        return False
    wide, narrow = (one, other) if one.x1 - one.x0 > other.x1 - other.x0 else (other, one)
    shared = (min(glyph.x1, narrow.x1) - max(glyph.x0, narrow.x0) for glyph in wide.glyphs)
    return sum(width for width in shared if width > 0) > COVERED * (narrow.x1 - narrow.x0)


def line_of(row: Sequence[Segment], *, from_right: bool = False) -> Line:
    """Return the line that a row reads as; `from_right` says that the text around it is read from the right."""
    spaced: set[int] = set().union(*(segment.spaced for segment in row))
    glyphs = _with_marks(sorted((glyph for segment in row for glyph in segment.glyphs), key=lambda glyph: glyph.center))
    main = max(row, key=lambda segment: (segment.size, len(segment.glyphs)))
    items = _with_spaces(glyphs, spaced, main)
    has_letters = has_right_to_left(items)
    if has_letters:
        from_right = from_right or is_right_to_left(items)
    else:  # a symbol, say, alone on its line
        from_right &= is_seen_from_right(items)
    if has_letters or from_right:
        items = reading_order(items, from_right=from_right)
    x0, x1 = glyphs[0].x0, max(glyph.x1 for glyph in glyphs)
    first_word = _first_word(glyphs, "".join(items), x1 - x0)
    text = LEADERS.sub(LEADER, "".join(items))
    pieces = _pieces(glyphs)
    is_item = len(pieces) > 1 and pieces[-1 if from_right else 0] <= LONGEST_MARKER
    return Line(text, x0, x1, main.base, main.size, first_word, from_right, len(pieces) - is_item, is_item)


def _pieces(glyphs: Sequence[Glyph]) -> list[int]:
    """Return how many letters each piece of a line has that stands apart from the others."""
    pieces = [len(glyphs[0].text)]
    reach = glyphs[0].x1
    for glyph in glyphs[1:]:
        if glyph.x0 - reach > APART * glyph.size:
            pieces.append(0)
        pieces[-1] += len(glyph.text)
        reach = max(reach, glyph.x1)
    return pieces


def _first_word(glyphs: Sequence[Glyph], text: str, width: float) -> float:
    letters = sum(len(glyph.text) for glyph in glyphs) or 1
    return width * len(text.split(" ", 1)[0]) / letters


def _with_spaces(glyphs: Sequence[Glyph], spaced: set[int], main: Segment) -> list[str]:
    gap_of_words = _word_gap(glyphs)
    items = [glyphs[0].text]
    reach = glyphs[0].x1
    for before, glyph in pairwise(glyphs):
        size = min(before.size, glyph.size)
        gap = glyph.x0 - reach
        is_word = _has_space(before, glyph, gap / size, gap_of_words, is_spaced=id(glyph) in spaced)
        if is_word or _is_note_mark(before, glyph, items, main) or _is_after_mark(before, glyph, items, main):
            items.append(" ")
        items.append(glyph.text)
        reach = max(reach, glyph.x1)
    return items


def _has_space(before: Glyph, glyph: Glyph, gap: float, gap_of_words: float, *, is_spaced: bool) -> bool:
    if _is_ideograph(before.text[-1:]) and _is_ideograph(glyph.text[:1]):
        return gap > IDEOGRAPH_GAP
    if is_spaced and gap < OVERDRAWN and has_right_to_left((glyph.text,)):
        return False  # the space at the end of a word before is drawn under this word
    return is_spaced or gap > gap_of_words


def _is_ideograph(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or "\uff00" <= character <= "\uffef"


def _word_gap(glyphs: Sequence[Glyph]) -> float:
    """Return how wide a gap is between words; wider where all letters are spaced out."""
    gaps = [
        (after.x0 - before.x1) / min(before.size, after.size)
        for before, after in pairwise(glyphs)
        if len(before.text) == len(after.text) == 1  # between whole words there are wider ones
    ]
    usual = median(gaps) if len(gaps) > 3 else 0.0  # noqa: PLR2004  # too few to tell what is usual
    return WORD_GAP if usual < SPACED_OUT else min(usual * 1.6, WIDE_GAP)


def _is_note_mark(before: Glyph, glyph: Glyph, items: Sequence[str], main: Segment) -> bool:
    """Whether a raised number follows a word: it is the mark of a note, but m² is a unit."""
    if not (_is_raised(glyph, main) and glyph.text[:1].isdigit() and not before.text[-1:].isdigit()):
        return False
    word = "".join(items[-3:])[-3:]
    return len(word) > 2 and (word.isalpha() or not word[-1].isalnum())  # noqa: PLR2004  # a unit has two letters


def _is_after_mark(before: Glyph, glyph: Glyph, items: Sequence[str], main: Segment) -> bool:
    """Whether a word follows the raised number that a note begins with."""
    return (
        len(items) <= LONGEST_NOTE_NUMBER
        and before.text.isdigit()
        and glyph.text[:1].isalpha()
        and _is_raised(before, main)
        and not _is_raised(glyph, main)
    )


def _is_raised(glyph: Glyph, main: Segment) -> bool:
    return glyph.size < SMALL * main.size and glyph.base > main.base + RAISED * main.size
