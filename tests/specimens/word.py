"""Writes a specimen as a Word file: masthead, notice, numbered paragraphs, tables, footnotes, page numbers."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from tests.specimens import masthead
from tests.specimens.footnotes import NAMESPACES, Footnotes
from tests.specimens.specimen import Block, Heading, Paragraph, Specimen, Table, runs

MADE = datetime(2026, 11, 24)  # noqa: DTZ001 - Word's properties carry no zone
LONGEST_PROPERTY = 255
FONT = "Times New Roman"
TEXT_WIDTH = Cm(16)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # a file made twice is the same file


def write_word(specimen: Specimen, path: Path) -> None:
    """Write the Word file of a specimen."""
    document = Document()
    _drop_thumbnail(document)
    _set_page(document)
    _set_styles(document)
    _set_properties(document, specimen)
    _write_masthead(document, specimen)
    footnotes = Footnotes(document, specimen.notes)
    for block in specimen.blocks:
        _write_block(document, block, footnotes)
    footnotes.attach()
    _write_running_lines(document, specimen)
    path.write_bytes(_stable(document))


def _drop_thumbnail(document: WordDocument) -> None:
    """Leave out the picture of an empty page that python-docx starts from."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.different_first_page_header_footer = True


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    for name, size in (("Normal", 11), ("Title", 15), ("Heading 1", 12.5), ("Heading 2", 11), ("Caption", 10)):
        font = styles[name].font
        font.name, font.size, font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            styles[name].element.rPr.rFonts.attrib.pop(f"{{{NAMESPACES['w']}}}{attribute}", None)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    styles["Normal"].paragraph_format.line_spacing = 1.1
    styles["Heading 1"].paragraph_format.space_before = Pt(14)
    styles["Heading 1"].paragraph_format.space_after = Pt(6)
    styles["Heading 2"].paragraph_format.space_after = Pt(4)
    styles["Caption"].paragraph_format.keep_with_next = True
    _restyle_title(styles["Title"])
    for name, size in (("Masthead", 11), ("Meeting", 10.5), ("Specimen Notice", 10)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(2)


def _restyle_title(style) -> None:  # noqa: ANN001 - python-docx carries no types
    """Centre the title and take away the rule that Word's own style draws under it."""
    style.font.bold = True
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(18), Pt(6)
    for border in style.element.pPr.findall("w:pBdr", NAMESPACES):
        style.element.pPr.remove(border)


def _set_properties(document: WordDocument, specimen: Specimen) -> None:
    properties = document.core_properties
    properties.title, properties.author = specimen.title[:LONGEST_PROPERTY], masthead.AUTHOR
    properties.subject, properties.language = specimen.symbol, specimen.language
    properties.comments = "A specimen written for the Masthead sample archive."
    properties.last_modified_by = masthead.AUTHOR
    properties.created = properties.modified = MADE


def _write_masthead(document: WordDocument, specimen: Specimen) -> None:
    first = document.add_paragraph(style="Masthead")
    first.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    first.add_run(masthead.WORDINGS[specimen.language].united_nations.upper()).bold = True
    first.add_run(f"\t{specimen.symbol or '[symbol, given by the secretariat]'}").bold = True
    first._p.get_or_add_pPr().insert_element_before(_border("bottom", 12), "w:tabs", "w:spacing")
    only = document.add_paragraph("ENGLISH ONLY", style="Masthead")
    only.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for line in (masthead.MEETING, masthead.CONVENOR, masthead.PLACE_AND_DATES):
        document.add_paragraph(line, style="Meeting")
    _write_notice(document, specimen)
    document.add_paragraph(specimen.title, style="Title")
    issuer = document.add_paragraph()
    issuer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    issuer.paragraph_format.space_after = Pt(14)
    issuer.add_run(specimen.issuer).italic = True


def _write_notice(document: WordDocument, specimen: Specimen) -> None:
    box = document.add_paragraph(style="Specimen Notice")
    box.paragraph_format.space_before = Pt(12)
    properties = box._p.get_or_add_pPr()
    properties.insert_element_before(_border("top left bottom right", 8), "w:shd", "w:tabs", "w:spacing")
    properties.insert_element_before(
        parse_xml(f'<w:shd xmlns:w="{NAMESPACES["w"]}" w:val="clear" w:color="auto" w:fill="F2F2F2"/>'),
        "w:tabs",
        "w:spacing",
    )
    box.add_run(f"{masthead.WORDINGS[specimen.language].specimen} ").bold = True
    box.add_run(masthead.notice(specimen))
    if specimen.symbol:
        box.add_run(" ")
        _add_link(box, specimen.address)
        box.add_run(".")


def _add_link(paragraph: WordParagraph, address: str) -> None:
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}" r:id="{key}"><w:r><w:rPr>'
            f'<w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t>{address}</w:t></w:r></w:hyperlink>'
        )
    )


def _border(sides: str, eighths: int):  # noqa: ANN202 - python-docx carries no types
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="4" w:color="595959"/>' for side in sides.split()
    )
    return parse_xml(f'<w:pBdr xmlns:w="{NAMESPACES["w"]}">{lines}</w:pBdr>')


def _write_block(document: WordDocument, block: Block, footnotes: Footnotes) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, block.level)
    elif isinstance(block, Table):
        _write_table(document, block, footnotes)
    elif isinstance(block, Paragraph):
        _write_paragraph(document, block, footnotes)


def _write_paragraph(document: WordDocument, block: Paragraph, footnotes: Footnotes) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if block.label:
        indent = Cm(2) if block.label.startswith("(") else Cm(0)
        paragraph.paragraph_format.left_indent = indent
        paragraph.paragraph_format.first_line_indent = Cm(-1) if indent else None
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1))
        paragraph.add_run(f"{block.label}\t")
    _write_runs(paragraph, block.text, footnotes)


def _write_runs(paragraph: WordParagraph, text: str, footnotes: Footnotes) -> None:
    for kind, words in runs(text):
        if kind == "note":
            footnotes.refer(paragraph, words)
        else:
            paragraph.add_run(words).italic = kind == "emphasis" or None


def _write_table(document: WordDocument, block: Table, footnotes: Footnotes) -> None:
    document.add_paragraph(block.caption, style="Caption")
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            cell.paragraphs[0].paragraph_format.keep_with_next = number < len(block.rows) - 1
            _write_runs(cell.paragraphs[0], text, footnotes)
            for run in cell.paragraphs[0].runs:
                run.font.size, run.bold = Pt(9.5), number == 0 or None
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f'<w:tblHeader xmlns:w="{NAMESPACES["w"]}"/>'))
    document.add_paragraph().paragraph_format.space_after = Pt(4)


def _write_running_lines(document: WordDocument, specimen: Specimen) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.text = specimen.symbol or specimen.title
    header._p.get_or_add_pPr().insert_element_before(_border("bottom", 4), "w:tabs", "w:spacing", "w:jc")
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph._p.append(
            parse_xml(f'<w:fldSimple xmlns:w="{NAMESPACES["w"]}" w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )


def _stable(document: WordDocument) -> bytes:
    """Pack the file again without the time of packing."""
    packed, stable = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as target:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, parts.read(name))
    return stable.getvalue()
