"""Walks the XML of a Word document: all text that a reader of the printed page sees, and nothing that was deleted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.extraction.blocks import Block, BlockKind
from indexer.extraction.markup import Element, attribute, children, first_child, local_name
from indexer.extraction.repair import clean_line, clean_text
from indexer.extraction.word.numbering import Numbering
from indexer.extraction.word.parts import WordParts
from indexer.extraction.word.styles import Styles

# Deleted text, text moved away, comments, field codes, properties, and the second copy of a text box for old programs.
LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "tcPr"}
    | {"comment", "annotation", "sdtPr", "rubyPr", "rt", "proofErr", "posOffset", "align"}
)
SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTE_MARKS = frozenset({"footnoteReference", "endnoteReference"})
SHORTEST_BOLD, LONGEST_BOLD = 3, 120


@dataclass(slots=True)
class _Paragraph:
    """The text of one paragraph while it is walked, with the notes and boxes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean_text("".join(self.pieces))


class WordWalk:
    """Gives the blocks of one Word document."""

    def __init__(self, parts: WordParts) -> None:
        self._parts = parts
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._notes = {key: note for root in parts.notes for key, note in _notes(root)}

    def blocks(self) -> Iterator[Block]:
        """Yield paragraphs, headings and tables in reading order, each with its notes after it."""
        if self._parts.body is not None:
            yield from self._container(self._parts.body)

    def running_lines(self) -> tuple[str, ...]:
        """Return the distinct lines of headers and footers."""
        lines: dict[str, None] = {}
        for root in self._parts.running:
            for block in self._container(root):
                lines.update((clean_line(line), None) for line in block.text.split("\n") if line.strip())
        return tuple(line for line in lines if any(map(str.isalpha, line)))

    def _container(self, container: Element) -> Iterator[Block]:
        for child in container:
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._table(child)
            elif name not in LEFT_OUT:  # body, content controls, tracked insertions, smart tags
                yield from self._container(child)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        paragraph = self._collected(element)
        text = paragraph.text
        number = self._numbering.next_number(element) if text else None
        level = self._styles.heading_level(element)
        if text and self._is_heading(element, text, level):
            yield Block(BlockKind.HEADING, f"{number.shown} {text}" if number and number.shown else text, level=level)
        elif number is not None and number.is_plain:
            yield Block(BlockKind.PARAGRAPH, f"{number.shown} {text}", number.value)
        else:
            yield Block(BlockKind.PARAGRAPH, f"{number.shown} {text}" if number and number.shown else text)
        for box in paragraph.boxes:
            yield from self._container(box)
        for note in paragraph.notes:
            text = self._note(note)
            if text:
                yield Block(BlockKind.NOTE, text)

    def _table(self, element: Element) -> Iterator[Block]:
        rows = [self._row(row) for row in _rows(element)]
        text = "\n".join(row for row in rows if row)
        yield Block(BlockKind.TABLE, text)

    def _row(self, row: Element) -> str:
        cells = (" ".join(block.text for block in self._container(cell) if block.text) for cell in _cells(row))
        return " | ".join(" ".join(cell.split()) for cell in cells if cell.strip())

    def _note(self, key: str) -> str:
        note = self._notes.pop(key, None)
        return "" if note is None else "\n".join(block.text for block in self._container(note) if block.text)

    def _collected(self, element: Element) -> _Paragraph:
        paragraph = _Paragraph()
        self._collect(element, paragraph)
        return paragraph

    def _collect(self, element: Element, paragraph: _Paragraph) -> None:
        for child in element:
            name = local_name(child)
            if name in {"t", "sym"}:
                paragraph.pieces.append(_characters(child))
            elif name in SPACES:
                paragraph.pieces.append(SPACES[name])
            elif name in NOTE_MARKS:
                paragraph.notes.append(f"{name[:3]}{attribute(child, 'id')}")
            elif name == "txbxContent":
                paragraph.boxes.append(child)
            elif name in {"p", "tbl"}:  # a paragraph in a paragraph is no Word, and is written all the same
                paragraph.boxes.append([child])
            elif name not in LEFT_OUT:
                self._collect(child, paragraph)

    def _is_heading(self, element: Element, text: str, level: int | None) -> bool:
        if level is not None:
            return len(text) < 4 * LONGEST_BOLD
        if not SHORTEST_BOLD <= len(text) <= LONGEST_BOLD or text[-1] in ".;:,":
            return False
        runs = [run for run in element.iter() if local_name(run) == "r" and any(local_name(t) == "t" for t in run)]
        return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Element) -> bool:
    properties = first_child(run, "rPr")
    bold = None if properties is None else first_child(properties, "b")
    return bold is not None and attribute(bold, "val") not in {"0", "false", "off"}


def _characters(element: Element) -> str:
    if local_name(element) == "t":
        return element.text or ""
    code = attribute(element, "char") or ""
    font = (attribute(element, "font") or "").lower()
    try:
        character = chr(int(code, 16))
    except ValueError:
        return ""
    return "•" if "\ue000" <= character <= "\uf8ff" or "wingdings" in font else character


def _notes(root: Element) -> Iterator[tuple[str, Element]]:
    prefix = local_name(root)[:3]
    for note in root:
        if attribute(note, "type") in {None, "normal"}:
            yield f"{prefix}{attribute(note, 'id')}", note


def _rows(table: Element) -> Iterator[Element]:
    return _inside(table, "tr")


def _cells(row: Element) -> Iterator[Element]:
    return _inside(row, "tc")


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Yield rows or cells, also those within content controls and tracked insertions."""
    for child in element:
        kind = local_name(child)
        if kind == name:
            if not _is_deleted_row(child):
                yield child
        elif kind in {"sdt", "sdtContent", "ins", "customXml", "smartTag"}:
            yield from _inside(child, name)


def _is_deleted_row(row: Element) -> bool:
    properties = first_child(row, "trPr")
    return properties is not None and any(True for _ in children(properties, "del"))
