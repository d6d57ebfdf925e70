"""The parts of a Word file that hold text; python-docx opens them, and a plain look through the zip where it cannot.

python-docx refuses files whose links lead nowhere and files of the strict dialect; their text is sound all the same.
"""

import io
import zipfile
from dataclasses import dataclass, field

from docx import Document
from lxml import etree

from indexer.extraction.errors import damaged
from indexer.extraction.limits import Limits
from indexer.extraction.markup import Element, local_name, parsed
from indexer.extraction.packages import open_package, read_part
from indexer.extraction.repair import clean_line

PROPERTIES = ("title", "author", "created", "modified", "language")
CORE_NAMES = {
    "title": "title",
    "creator": "author",
    "created": "created",
    "modified": "modified",
    "language": "language",
}
TEXT_ROOTS = frozenset({"document", "footnotes", "endnotes", "hdr", "ftr", "styles", "numbering", "coreProperties"})


@dataclass(slots=True)
class WordParts:
    """The root elements of the parts, by what they hold."""

    body: Element | None = None
    notes: list[Element] = field(default_factory=list)
    running: list[Element] = field(default_factory=list)
    styles: Element | None = None
    numbering: Element | None = None
    properties: dict[str, str] = field(default_factory=dict)

    def add(self, root: Element) -> None:
        """Put a part where its root element belongs."""
        name = local_name(root)
        if name == "document":
            self.body = root
        elif name in {"footnotes", "endnotes"}:
            self.notes.append(root)
        elif name in {"hdr", "ftr"}:
            self.running.append(root)
        elif name == "styles":
            self.styles = root
        elif name == "numbering":
            self.numbering = root
        elif name == "coreProperties":
            self._add_properties(root)

    def _add_properties(self, root: Element) -> None:
        for element in root:
            name = CORE_NAMES.get(local_name(element))
            if name and element.text:
                self.properties[name] = clean_line(element.text)


def open_parts(content: bytes, limits: Limits) -> WordParts:
    """Return the parts of a Word file.

    Raises:
        ExtractionError: It is damaged, locked, too large, or has no document in it.
    """
    package = open_package(content, limits)
    try:
        parts = _by_python_docx(content)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # it raises whatever lxml, zipfile and its own parser meet
        parts = _by_looking(package)
    if parts.body is None:
        raise damaged("it has no document part")
    return parts


def _by_python_docx(content: bytes) -> WordParts:
    document = Document(io.BytesIO(content))
    parts = WordParts(body=document.element, styles=document.styles.element)
    for relation in document.part.rels.values():
        if relation.is_external:
            continue
        part = relation.target_part
        if relation.reltype.endswith(("/footnotes", "/endnotes", "/header", "/footer", "/numbering")):
            element = getattr(part, "element", None)
            parts.add(parsed(part.blob) if element is None else element)
    core = document.core_properties
    for name in PROPERTIES:
        value = getattr(core, name)
        if value:
            parts.properties[name] = clean_line(value.isoformat() if hasattr(value, "isoformat") else str(value))
    return parts


def _by_looking(package: zipfile.ZipFile) -> WordParts:
    parts = WordParts()
    for name in sorted(package.namelist()):
        if not name.endswith(".xml"):
            continue
        content = read_part(package, name)
        try:
            root = parsed(content or b"")
        except etree.XMLSyntaxError as error:
            if name.endswith("document.xml"):
                raise damaged(f"its part {name} is not well-formed XML") from error
            continue
        if local_name(root) in TEXT_ROOTS:
            parts.add(root)
    return parts
