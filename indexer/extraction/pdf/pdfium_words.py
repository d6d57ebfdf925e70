"""The words of a page with their positions, as pdfium places them.

Only where a word begins and ends is asked, and its size where that changed: each question costs a call.
"""

import ctypes
import re
from collections.abc import Iterator
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.extraction.pdf.frames import MOST_GLYPHS, Frame, Glyph, frames_of, readable, turn_of
from indexer.extraction.pdf.lines import WORD_GAP

DIVIDED = "\ufffe"  # a hyphen at the end of a line, after which pdfium goes on with the next one
LINE = re.compile(f"[^\n{DIVIDED}]+{DIVIDED}?|{DIVIDED}")
WORD = re.compile(r"[^\s\0]+")
SPACED_OUT = re.compile(r"(?:\b[^\W\d_] ){3}[^\W\d_]\b")
LONG_WORD = re.compile("[^\\W\\d_\u2e80-\u9fff]{13}|[^\\W\\d_A-Z][A-Z]")  # may be two in tight print
DOUBLED = re.compile(r"(?:([^\W\d_])\1){3}")
NOTE_MARK = re.compile(r"[^\W\d_]\W?(\d{1,3})\W+")
OWN_CODE = re.compile("[\uf000-\uf0ff]")
# Letters that are joined, stacked or read from the right: they are put in order from glyphs.
OTHER_SCRIPTS = re.compile("[\u0590-\u10ff\u1200-\u1cff\ufb1d-\ufdff\ufe70-\ufefc]")
NO_LETTERS = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff\x01-\x08\x0e-\x1f\x7f-\x9f]")
MOST_UNSURE = 0.01
IDEOGRAPH = re.compile("[\u2e80-\u9fff]\r?")
MOST_LONE = 0.5
FEWEST_CHARACTERS = 20
SAME = 0.05  # of the size: a letter's box differs from its neighbour's by less
LEVEL = 0.12  # of the size: letters further apart are on two lines
LEAST_HEIGHT, MOST_HEIGHT = 0.3, 3.0  # of the size: the box of a letter in a sound font
LONGEST_FONT_NAME = 200
MOST_OBJECTS = 5_000
MAY_BE_TEXT = frozenset({pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM})


letter_box = pdfium.FPDFText_GetLooseCharBox


class _Pen:
    """Where pdfium's answers are written, and what they were for the letter looked at last."""

    def __init__(self) -> None:
        self.first, self.last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        self.first_at, self.last_at = ctypes.byref(self.first), ctypes.byref(self.last)
        self.between = pdfium.FS_RECTF()
        self.between_at = ctypes.byref(self.between)
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.bottom = self.top = self.base = 0.0
        self.size = 1.0
        self.tolerance = 0.0
        self.turn = 0

    def is_level(self, box: pdfium.FS_RECTF) -> bool:
        """Whether a box stands on the line of the letter looked at last, is as large, and upright."""
        tolerance = self.tolerance
        level = -tolerance < box.bottom - self.bottom < tolerance and -tolerance < box.top - self.top < tolerance
        return bool(level)


class PageWords:
    """Collects the words of one page."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        text_page = page.get_textpage()
        self._reader = text_page.raw
        self._text = _text_of(self._reader)
        self._characters = sum(map(str.isalnum, self._text))
        self._lacks_text = self._characters < FEWEST_CHARACTERS and _may_show_text(page)
        self._pen = _Pen()
        self._rotation = pdfium.FPDFPage_GetRotation(page.raw)
        self._box = _media_box(page)
        width, height = self._box[2] - self._box[0], self._box[3] - self._box[1]
        self._extent = (height, width) if self._rotation % 2 else (width, height)
        self._frames = frames_of(*self._extent)
        self._offsets = [self._offset(turn) for turn in range(4)]
        self._far = 2 * max(self._extent)
        self._has_doubled = DOUBLED.search(self._text) is not None
        self._has_own_codes = OWN_CODE.search(self._text) is not None
        self._lines = self._lone = self._looked = self._unsure = 0
        for line in LINE.finditer(self._text):
            self._add_line(line.start(), line.end())
        text_page.close()

    def frames(self) -> list[Frame]:
        """Return the words by the direction in which they are read, the upright ones first."""
        return [frame for frame in self._frames if frame.glyphs]

    def are_sure(self) -> bool:
        """Whether the words can be relied on: their letters are known, and of scripts that need no further order."""
        return (
            not self._lacks_text
            and self._unsure <= MOST_UNSURE * self._looked
            and self._lone <= MOST_LONE * self._lines
            and len(NO_LETTERS.findall(self._text)) <= MOST_UNSURE * self._characters
            and not OTHER_SCRIPTS.search(self._text)
        )

    def _offset(self, turn: int) -> tuple[float, float]:
        """Return how far a frame's origin is from that of the page, for text with these turns in the page's space."""
        left, bottom, right, top = self._box
        x, y = ((-left, -bottom), (-bottom, right), (right, top), (top, -left))[self._rotation]
        return _turned(x, y, (turn - self._rotation) % 4)

    def _add_line(self, start: int, end: int) -> None:
        if SPACED_OUT.search(self._text, start, end):
            self._add_letters(start, end)
            return
        self._lines += 1
        self._lone += IDEOGRAPH.fullmatch(self._text, start, end) is not None
        is_spaced = False
        for word in WORD.finditer(self._text, start, end):
            self._add_word(*word.span(), is_spaced=is_spaced)
            is_spaced = True
        if self._text.startswith(" \r", end - 2):  # a cell may end so, and the next one begin at once
            self._add_space()

    def _add_word(self, start: int, end: int, *, is_spaced: bool) -> None:
        pen = self._pen
        first = last = pen.first
        letter_box(self._reader, start, pen.first_at)
        if end - start > 1:
            last = pen.last
            letter_box(self._reader, end - 1, pen.last_at)
        mark = NOTE_MARK.search(self._text, start, end)
        if mark or not pen.is_level(first) or not (last is first or pen.is_level(last)):
            self._look(start, first)
            if last is not first and self._is_uneven(mark.start(1) if mark else end - 1, first, last):
                self._lone += abs(last.left - first.left) < pen.size < first.bottom - last.bottom
                self._add_letters(start, end, is_spaced=is_spaced)
                return
        if self._is_doubtful(start, end):
            self._add_letters(start, end, is_spaced=is_spaced)
            return
        reach = (first.left, last.right) if pen.turn == 0 else (_along(first, pen.turn)[0], _along(last, pen.turn)[1])
        self._add(start, end, reach, is_spaced=is_spaced)

    def _is_uneven(self, position: int, first_box: pdfium.FS_RECTF, last_box: pdfium.FS_RECTF) -> bool:
        """Whether a word's last letter, or its note's mark, does not stand level with its first one."""
        pen = self._pen
        pdfium.FPDFText_GetCharOrigin(self._reader, position, pen.x, pen.y)
        base = _turned(pen.x.value, pen.y.value, pen.turn)[1]
        is_before = _along(last_box, pen.turn)[1] < _along(first_box, pen.turn)[0]
        return is_before or abs(base - pen.base) > LEVEL * pen.size

    def _is_doubtful(self, start: int, end: int) -> bool:
        """Whether a word may be two, or one that is drawn twice, letter by letter."""
        if self._has_doubled and DOUBLED.search(self._text, start, end):
            return True
        return LONG_WORD.search(self._text, start, end) is not None and self._has_gap(start, end)

    def _has_gap(self, start: int, end: int) -> bool:
        """Whether letters of an upright word stand as far apart as words do."""
        box, at = self._pen.between, self._pen.between_at
        reach = float("inf")
        for position in range(start, end):
            letter_box(self._reader, position, at)
            if box.left - reach > WORD_GAP * self._pen.size:
                return True
            reach = box.right
        return False

    def _add_letters(self, start: int, end: int, *, is_spaced: bool = False) -> None:
        """Add each letter by itself, with the spaces that the file has and none of those that pdfium thinks of."""
        pen = self._pen
        for position in range(start, end):
            if self._text[position].isspace() or self._text[position] == "\0":
                is_spaced = is_spaced or not pdfium.FPDFText_IsGenerated(self._reader, position)
                continue
            letter_box(self._reader, position, pen.first_at)
            self._look(position, pen.first)
            self._add(position, position + 1, _along(pen.first, pen.turn), is_spaced=is_spaced)
            is_spaced = False

    def _look(self, position: int, box: pdfium.FS_RECTF) -> None:
        """Ask how large a letter is, which way it is turned and on which line it stands."""
        pen = self._pen
        pdfium.FPDFText_GetCharOrigin(self._reader, position, pen.x, pen.y)
        pdfium.FPDFText_GetMatrix(self._reader, position, pen.matrix)
        size = abs(pdfium.FPDFText_GetFontSize(self._reader, position))
        matrix = pen.matrix
        pen.turn = turn_of(matrix.a * size, matrix.b * size, matrix.d * size)
        pen.base = _turned(pen.x.value, pen.y.value, pen.turn)[1]
        pen.bottom, pen.top = box.bottom, box.top
        height = box.right - box.left if pen.turn % 2 else box.top - box.bottom
        pen.size = size * hypot(matrix.c, matrix.d)
        if not LEAST_HEIGHT * pen.size < height < MOST_HEIGHT * pen.size:
            pen.size = height or 1
        pen.tolerance = SAME * pen.size if pen.turn == 0 else 0
        self._looked += 1
        is_letter = self._text[position].isalnum()
        self._unsure += is_letter and pdfium.FPDFText_HasUnicodeMapError(self._reader, position) > 0

    def _add(self, start: int, end: int, reach: tuple[float, float], *, is_spaced: bool) -> None:
        pen = self._pen
        along, across = self._offsets[pen.turn]
        x0, base, far = reach[0] + along, pen.base + across, self._far
        if -far < x0 < far and -far < base < far:
            glyph = Glyph(self._word(start, end), x0, reach[1] + along, base, pen.size, is_spaced)
            self._frames[(pen.turn - self._rotation) % 4].glyphs.append(glyph)

    def _add_space(self) -> None:
        glyphs = self._frames[(self._pen.turn - self._rotation) % 4].glyphs
        if glyphs:
            last = glyphs[-1]
            glyphs.append(Glyph(" ", last.x1, last.x1, last.base, last.size))

    def _word(self, start: int, end: int) -> str:
        word = self._text[start:end].replace(DIVIDED, "-")
        if not self._has_own_codes:
            return word
        return "".join(
            readable(letter, self._font(position)) if OWN_CODE.match(letter) else letter
            for position, letter in enumerate(word, start)
        )

    def _font(self, position: int) -> str:
        name = ctypes.create_string_buffer(LONGEST_FONT_NAME)
        pdfium.FPDFText_GetFontInfo(self._reader, position, name, LONGEST_FONT_NAME, None)
        return name.value.decode("utf-8", "replace")


def _may_show_text(page: pypdfium2.PdfPage) -> bool:
    """Whether text is drawn on a page; so it is supposed of a page on which forms or very many things are drawn."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    objects = (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(min(count, MOST_OBJECTS)))
    return count > MOST_OBJECTS or any(pdfium.FPDFPageObj_GetType(thing) in MAY_BE_TEXT for thing in objects)


def _text_of(reader: object) -> str:
    """Return the page's characters, one for each that pdfium counts."""
    count = min(pdfium.FPDFText_CountChars(reader), MOST_GLYPHS)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(reader, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
    if len(text) == written == count:
        return text
    return "".join(_characters(reader, count))


def _characters(reader: object, count: int) -> Iterator[str]:
    for position in range(count):
        code = pdfium.FPDFText_GetUnicode(reader, position)
        if pdfium.FPDFText_IsHyphen(reader, position) > 0:
            yield DIVIDED
        else:
            yield chr(code) if code <= 0x10FFFF else "\ufffd"  # noqa: PLR2004  # the last code of Unicode


def _media_box(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """Return the page's sheet; where it is the parent's, pdfium tells only what is shown of it."""
    left, bottom, right, top = page.get_mediabox(fallback_ok=False) or page.get_bbox()
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return a point in the frame of text with these quarter turns: along its lines, and across them upwards."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _along(box: pdfium.FS_RECTF, turn: int) -> tuple[float, float]:
    """Return where a box begins and ends along the line."""
    if turn == 0:
        return box.left, box.right
    return ((box.bottom, box.top), (-box.right, -box.left), (-box.top, -box.bottom))[turn - 1]
