"""The glyphs of a page with their positions, as pdfminer places them; none of its layout analysis is used.

That analysis compares every box with every other (3,000 scattered boxes took more than 20 s), and leaves Arabic in
the order seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFStackT
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, decode_text

from indexer.extraction.pdf.frames import MOST_GLYPHS, Frame, Glyph, frames_of, readable, turn_of

UNMAPPED = "\ufffd"
LONGEST_SPAN = 60


@dataclass(slots=True)
class _Span:
    """A marked span that says which text its glyphs stand for."""

    actual: str | None
    turn: int = 0
    start: int = 0


class GlyphDevice(PDFTextDevice):
    """Collects the glyphs of one page after another."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self._frames: list[Frame] = []
        self._spans: list[_Span] = []
        self._texts: dict[tuple[int, int], tuple[str, float]] = {}
        self._fonts: list[PDFFont] = []  # keeps fonts alive, so that an id is not given twice
        self._extent: tuple[float, float] = (0, 0)
        self._count = 0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:  # noqa: ARG002  # pdfminer's signature
        """Start with an empty page."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if page.rotate in (90, 270):
            width, height = height, width
        self._extent = (width, height)
        self._frames = frames_of(width, height)
        self._spans = []
        self._count = 0

    def frames(self) -> Iterator[Frame]:
        """Yield the page's glyphs, the upright ones first."""
        return (frame for frame in self._frames if frame.glyphs)

    @property
    def is_full(self) -> bool:
        """Whether the page had more glyphs than are kept."""
        return self._count >= MOST_GLYPHS

    def render_char(  # noqa: PLR0913, PLR0917  # pdfminer's signature
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: object,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        """Keep one glyph; return how far it moves the pen."""
        text, width = self._texts.get((id(font), cid)) or self._look_up(font, cid)
        advance = width * fontsize * scaling
        if text and self._count < MOST_GLYPHS:
            self._count += 1
            self._place(text, font, matrix, (fontsize, advance, rise))
        return advance

    def _place(self, text: str, font: PDFFont, matrix: Matrix, pen: tuple[float, float, float]) -> None:
        a, b, c, d, e, f = matrix
        fontsize, advance, rise = pen
        x, y = e + c * rise, f + d * rise
        if not (-self._extent[0] <= x <= 2 * self._extent[0] and -self._extent[1] <= y <= 2 * self._extent[1]):
            return
        size = abs(fontsize) * hypot(c, d) * _type3_height(font)
        if font.is_vertical():
            turn, along, start, base = 3, abs(advance) * hypot(c, d), -y, x
        else:
            turn = turn_of(a * fontsize, b * fontsize, d * fontsize)
            along = abs(advance) * hypot(a, b)
            start, base = ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
            if turn == 0 and a * advance < 0:
                start -= along
        self._frames[turn].glyphs.append(Glyph(text, start, start + along, base, size or along or 1))

    def _look_up(self, font: PDFFont, cid: int) -> tuple[str, float]:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNMAPPED
        found = (readable(text, str(getattr(font, "fontname", ""))), font.char_width(cid))
        self._fonts.append(font)
        self._texts[id(font), cid] = found
        return found

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        """Note where a span begins that carries its own text, as ligatures, clusters and hyphens do."""
        actual = props.get("ActualText") if isinstance(props, dict) and tag.name == "Span" else None
        text = decode_text(actual) if isinstance(actual, bytes) else None
        turn = max(range(4), key=lambda turn: len(self._frames[turn].glyphs))
        self._spans.append(_Span(text, turn, len(self._frames[turn].glyphs)))

    def end_tag(self) -> None:
        """Put the span's own text in the place of its glyphs, where they stand on one line."""
        if not self._spans:
            return
        span = self._spans.pop()
        glyphs = self._frames[span.turn].glyphs
        spanned = glyphs[span.start :]
        if span.actual is None or not spanned or len(spanned) > LONGEST_SPAN:
            return
        first = spanned[0]
        if any(abs(glyph.base - first.base) > first.size / 2 for glyph in spanned):
            return
        left, right = min(glyph.x0 for glyph in spanned), max(glyph.x1 for glyph in spanned)
        glyphs[span.start :] = [Glyph(span.actual, left, right, first.base, first.size)] if span.actual else []


def _type3_height(font: PDFFont) -> float:
    """Return what turns the size of a font drawn by procedures into that of its letters."""
    return abs(float(font.get_height())) or 1 if isinstance(font, PDFType3Font) else 1
