"""The reader of OpenDocument texts (.odt)."""

import zipfile
from collections.abc import Iterator

from lxml import etree

from indexer.extraction.blocks import Block, BlockKind, places_of
from indexer.extraction.errors import damaged, encrypted
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.markup import Element, attribute, local_name, parsed
from indexer.extraction.packages import open_package, read_part
from indexer.extraction.quality import truncated
from indexer.extraction.repair import clean_line, clean_text

LEFT_OUT = frozenset({"tracked-changes", "annotation", "sequence-decls", "forms", "table-columns", "ruby-text"})
SPACES = {"tab": "\t", "line-break": "\n"}
MOST_SPACES = 100
PROPERTIES = {
    "title": "title",
    "initial-creator": "author",
    "creation-date": "created",
    "date": "modified",
    "language": "language",
}


class OpenDocumentReader:
    """Reads .odt files."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text in places under its headings; headers and footers are running lines."""
        package = open_package(content, budget.limits)
        if b"encryption-data" in (read_part(package, "META-INF/manifest.xml") or b""):
            raise encrypted()
        root = _part(package, "content.xml")
        if root is None:
            raise damaged("it has no content part")
        places = places_of(_blocks(root), budget)
        notes = (truncated(len(places), "paragraph"),) if budget.is_spent() else ()
        return Reading(places, _running_lines(package), _properties(package), notes)


def _part(package: zipfile.ZipFile, name: str) -> Element | None:
    content = read_part(package, name)
    if content is None:
        return None
    try:
        return parsed(content)
    except etree.XMLSyntaxError as error:
        raise damaged(f"its part {name} is not well-formed XML") from error


def _blocks(element: Element) -> Iterator[Block]:
    for child in element:
        name = local_name(child)
        if name in {"p", "h"}:
            yield from _paragraph(child)
        elif name == "table":
            rows = (" | ".join(_cells(row)) for row in child.iter() if local_name(row) == "table-row")
            yield Block(BlockKind.TABLE, "\n".join(row for row in rows if row))
        elif name not in LEFT_OUT:
            yield from _blocks(child)


def _paragraph(element: Element) -> Iterator[Block]:
    pieces: list[str] = []
    apart: list[Element] = []
    _collect(element, pieces, apart)
    text = clean_text("".join(pieces))
    if local_name(element) == "h":
        level = attribute(element, "outline-level") or ""
        yield Block(BlockKind.HEADING, text, level=int(level) if level.isdecimal() else 1)
    else:
        yield Block(BlockKind.PARAGRAPH, text)
    for holder in apart:
        if local_name(holder) == "note-body":
            yield Block(BlockKind.NOTE, "\n".join(block.text for block in _blocks(holder)))
        else:
            yield from _blocks(holder)


def _collect(element: Element, pieces: list[str], apart: list[Element]) -> None:
    """Gather the text of a paragraph; notes and text boxes in it are set apart."""
    pieces.append(element.text or "")
    for child in element:
        name = local_name(child)
        if name in {"note-body", "text-box"}:
            apart.append(child)
        elif name == "s":
            count = attribute(child, "c") or "1"
            pieces.append(" " * (min(int(count), MOST_SPACES) if count.isdecimal() else 1))
        elif name in SPACES:
            pieces.append(SPACES[name])
        elif name and name not in LEFT_OUT and name != "note-citation":
            _collect(child, pieces, apart)
        pieces.append(child.tail or "")


def _cells(row: Element) -> Iterator[str]:
    for cell in row:
        if local_name(cell) == "table-cell":
            text = " ".join(" ".join(block.text.split()) for block in _blocks(cell) if block.text)
            if text:
                yield text


def _running_lines(package: zipfile.ZipFile) -> tuple[str, ...]:
    styles = _part(package, "styles.xml")
    if styles is None:
        return ()
    lines: dict[str, None] = {}
    for element in styles.iter():
        if local_name(element).startswith(("header", "footer")) and "style" not in local_name(element):
            lines.update((clean_line(block.text), None) for block in _blocks(element))
    return tuple(line for line in lines if any(map(str.isalpha, line)))


def _properties(package: zipfile.ZipFile) -> tuple[tuple[str, str], ...]:
    meta = _part(package, "meta.xml")
    found: dict[str, str] = {}
    for element in meta.iter() if meta is not None else ():
        name = PROPERTIES.get(local_name(element))
        if name and element.text:
            found[name] = clean_line(element.text)
    return tuple(found.items())
