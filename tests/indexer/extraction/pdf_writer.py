"""Writes small PDF files glyph by glyph, so that a test says exactly what stands where."""

from collections.abc import Sequence
from dataclasses import dataclass, field

FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
)
WIDTH = 500  # of every glyph, in thousandths of its size
DESCENDANT = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW %d"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /Test /Ascent 750 /Descent -250"
    b" /FontBBox [0 -250 1000 750] /Flags 4 >> >>" % WIDTH
)


@dataclass(frozen=True)
class Show:
    """Glyphs drawn one after the other from one point; each item is what one glyph stands for.

    Attributes:
        turn: Quarter turns to the left.
        spacing: Added after each glyph, in points.
        actual: The text that the span says it stands for.
    """

    x: float
    y: float
    glyphs: str | Sequence[str]
    size: float = 10
    turn: int = 0
    spacing: float = 0
    actual: str | None = None


@dataclass
class PdfFile:
    """A file of pages, each a list of things shown; glyphs not in `unmapped` have their letters in the font's map."""

    pages: list[list[Show]]
    labels: str = ""  # the body of a /PageLabels dictionary
    info: str = ""
    unmapped: frozenset[str] = frozenset()
    page_keys: str = "/MediaBox [0 0 600 800]"
    _codes: dict[str, int] = field(default_factory=dict)

    def content(self) -> bytes:
        """Return the bytes of the file."""
        streams = [self._stream(page) for page in self.pages]
        first = 6
        kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(streams)))
        labels = f"/PageLabels << /Nums [{self.labels}] >>" if self.labels else ""
        objects = [
            f"<< /Type /Catalog /Pages 2 0 R {labels} >>".encode(),
            f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
            FONT,
            DESCENDANT,
            _stream(self._character_map()),
        ]
        for index, stream in enumerate(streams):
            objects += [
                f"<< /Type /Page /Parent 2 0 R {self.page_keys} /Contents {first + 2 * index + 1} 0 R"
                " /Resources << /Font << /F 3 0 R >> >> >>".encode(),
                _stream(stream),
            ]
        objects.append(f"<< {self.info} >>".encode())
        return written(objects, f"/Info {len(objects)} 0 R")

    def _stream(self, page: list[Show]) -> bytes:
        return b"\n".join(self._shown(show) for show in page)

    def _shown(self, show: Show) -> bytes:
        a, b, c, d = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))[show.turn]
        codes = "".join(f"{self._codes.setdefault(glyph, len(self._codes) + 1):04x}" for glyph in show.glyphs)
        text = f"BT /F {show.size} Tf {show.spacing} Tc {a} {b} {c} {d} {show.x} {show.y} Tm <{codes}> Tj ET"
        if show.actual is None:
            return text.encode()
        actual = ("\ufeff" + show.actual).encode("utf-16-be").hex()
        return f"/Span << /ActualText <{actual}> >> BDC {text} EMC".encode()

    def _character_map(self) -> bytes:
        lines = [
            f"1 beginbfchar <{code:04x}> <{glyph.encode('utf-16-be').hex()}> endbfchar"
            for glyph, code in self._codes.items()
            if glyph not in self.unmapped
        ]
        return (
            "/CIDInit /ProcSet findresource begin begincmap\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n" + "\n".join(lines) + "\nendcmap end"
        ).encode()


def written(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a PDF file of these objects, numbered from 1; the first is the catalog."""
    content = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(content)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    content += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(content)


def _stream(content: bytes, keys: str = "") -> bytes:
    return f"<< /Length {len(content)} {keys} >>\nstream\n".encode() + content + b"\nendstream"


def page_with(content: bytes, keys: str = "", objects: Sequence[bytes] = (), resources: str = "") -> bytes:
    """Return a file of one page with this raw content stream and further objects, numbered from 5."""
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
            f" /Resources << {resources} >> >>".encode(),
            _stream(content, keys),
            *objects,
        ]
    )


def column(lines: Sequence[str], x: float = 50, top: float = 700) -> list[Show]:
    """Return lines one below the other."""
    return [Show(x, top - 12 * index, line) for index, line in enumerate(lines)]
