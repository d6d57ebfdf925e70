"""Real footnotes for a Word file: python-docx has no call for them, so the part is written here."""

from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATIONSHIP = f"{NAMESPACES['r']}/footnotes"
_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Footnotes:
    """The footnotes of one file, numbered in the order in which the text refers to them."""

    def __init__(self, document: WordDocument, texts: dict[str, str]) -> None:
        self._document = document
        self._texts = texts
        self._written: list[str] = []
        _add_styles(document)

    def refer(self, paragraph: Paragraph, key: str) -> None:
        """Put the mark of a note at the end of what the paragraph holds so far."""
        self._written.append(self._texts[key])
        reference = f'<w:footnoteReference w:id="{len(self._written)}"/>'
        paragraph._p.append(parse_xml(_with_namespace(_MARK.format(reference), "w:r")))

    def attach(self) -> None:
        """Write the part that holds the notes, and relate it to the document."""
        notes = "".join(_note(number, text) for number, text in enumerate(self._written, 1))
        xml = f'<w:footnotes xmlns:w="{NAMESPACES["w"]}">{_RULES}{notes}</w:footnotes>'
        blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, blob, package)
        self._document.part.relate_to(part, _RELATIONSHIP)


def _note(number: int, text: str) -> str:
    mark = _MARK.format("<w:footnoteRef/>")
    words = f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{style}{mark}{words}</w:p></w:footnote>'


def _with_namespace(xml: str, tag: str) -> str:
    return xml.replace(f"<{tag}>", f'<{tag} xmlns:w="{NAMESPACES["w"]}">', 1)


def _add_styles(document: WordDocument) -> None:
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    text.element.set(f"{{{NAMESPACES['w']}}}styleId", "FootnoteText")
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(0)
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(f"{{{NAMESPACES['w']}}}styleId", "FootnoteReference")
    mark.font.superscript = True
