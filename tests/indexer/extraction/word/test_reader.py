"""The text of Word files: every kind of text that their XML holds."""

import zipfile
from io import BytesIO

import docx
import pytest

from indexer.extraction.errors import ExtractionError, FailureCode
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget, Limits
from indexer.extraction.word.reader import WordReader
from tests.indexer.extraction.word_files import heading, paragraph, table, word_file

BOX = "<w:txbxContent>{}</w:txbxContent>"


def read(body: str, **parts: str) -> Reading:
    """Return what the reader finds in a file with this body."""
    return read_file(word_file(body, parts))


def read_file(content: bytes, limits: Limits | None = None) -> Reading:
    """Return what the reader finds in a file."""
    return WordReader().read(content, Budget(limits or Limits()))


def texts(reading: Reading) -> list[str]:
    """Return the text of each place."""
    return [place.text for place in reading.places]


def test_a_file_of_python_docx_is_read() -> None:
    """Paragraphs and headings of a file made by Word's rules come in order."""
    document = docx.Document()
    document.add_heading("Remittances", 1)
    document.add_paragraph("Money sent home.")
    content = BytesIO()
    document.save(content)
    reading = read_file(content.getvalue())

    assert ["Remittances\n\nMoney sent home."] == texts(reading)
    assert "para. 1, under Remittances" == reading.places[0].place.label


def test_text_that_was_inserted_is_read_and_deleted_text_is_not() -> None:
    """Tracked changes count as accepted; comments are not shown."""
    body = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>inserted </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>"
        "<w:commentRangeStart w:id='1'/><w:r><w:t>end</w:t></w:r></w:p>"
    )

    assert ["kept inserted end"] == texts(read(body))


def test_links_controls_and_fields_are_read() -> None:
    """Text within hyperlinks, content controls, simple fields and smart tags is text; the code of a field is not."""
    inner = "".join(
        f"<w:{name}><w:r><w:t>{name} </w:t></w:r></w:{name}>" for name in ("hyperlink", "fldSimple", "smartTag")
    )
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>control</w:t></w:r></w:sdtContent></w:sdt>"
    body = f"<w:p>{inner}<w:r><w:instrText>PAGE</w:instrText></w:r>{control}</w:p>"

    assert ["hyperlink fldSimple smartTag control"] == texts(read(body))


def test_a_control_around_paragraphs_is_read() -> None:
    """A content control may hold whole paragraphs and tables."""
    body = f"<w:sdt><w:sdtContent>{paragraph('held')}{table(('a', 'b'))}</w:sdtContent></w:sdt>"

    assert ["held", "a | b"] == texts(read(body))


def test_a_text_box_is_read_once() -> None:
    """The copy that a text box keeps for old programs is left out."""
    box = BOX.format(paragraph("in the box"))
    body = (
        "<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert ["before\n\nin the box"] == texts(read(body))


def test_a_table_is_a_place_with_rows() -> None:
    """Cells of one row stand on one line; a table within a cell is read there."""
    inner = f"<w:tc>{paragraph('c')}{table(('d', 'e'))}</w:tc>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr><w:tr>{inner}</w:tr></w:tbl>"
    reading = read(body)

    assert ["a | b\nc d | e"] == texts(reading)
    assert "table 1" == reading.places[0].place.label


def test_a_note_stands_with_the_paragraph_that_bears_its_mark() -> None:
    """Footnotes and endnotes are found where they are cited, and a separator is no note."""
    body = (
        "<w:p><w:r><w:t>cited</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:endnoteReference w:id='2'/></w:r></w:p>" + paragraph("after " * 60)
    )
    separator = f"<w:footnote w:id='0' w:type='separator'>{paragraph('none')}</w:footnote>"
    reading = read(
        body,
        footnotes=f"{separator}<w:footnote w:id='2'>{paragraph('at the foot')}</w:footnote>",
        endnotes=f"<w:endnote w:id='2'>{paragraph('at the end')}</w:endnote>",
    )

    assert texts(reading)[0].startswith("cited\n\nat the foot\n\nat the end")


def test_headers_and_footers_are_running_lines() -> None:
    """They are told apart from the body, and page numbers in them are left out."""
    reading = read(paragraph("body"), header=paragraph("UN/POP/MIG-12CM/2014/05"), footer=paragraph("7"))

    assert ["body"] == texts(reading)
    assert ("UN/POP/MIG-12CM/2014/05",) == reading.running_lines


def test_labels_name_the_documents_own_paragraph_numbers() -> None:
    """A paragraph that begins with its number is called by it, under its heading."""
    body = (
        heading("Recommendations")
        + paragraph("12. States should " + "act " * 30)
        + paragraph("13. They should " + "act " * 30)
    )
    labels = [place.place.label for place in read(body).places]

    assert ["para. 12, under Recommendations", "para. 13, under Recommendations"] == labels


def test_numbers_that_word_makes_are_read() -> None:
    """Automatic numbers stand in no text, yet they are what a reader sees and cites."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    lettered = numbered.replace('ilvl w:val="0"', 'ilvl w:val="1"')
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "decimal", "%1.") + level.format(1, "lowerLetter", "(%2)")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    long = "and so on " * 30
    body = "".join(
        paragraph(text + long, properties)
        for text, properties in (("one ", numbered), ("first ", lettered), ("second ", lettered), ("two ", numbered))
    )
    reading = read(body, numbering=numbering)

    assert ["1. one", "(a) first", "(b) second", "2. two"] == [text.split(" and", 1)[0] for text in texts(reading)]
    assert ["para. 1", "para. 2"] == [reading.places[index].place.label for index in (0, 3)]


def test_a_heading_is_known_by_the_style_its_style_is_based_on() -> None:
    """A publisher's own heading style is a heading where it derives from one."""
    styles = (
        '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H"/></w:style>'
    )
    reading = read(paragraph("Flows", '<w:pStyle w:val="Own"/>') + paragraph("Body."), styles=styles)

    assert "para. 1, under Flows" == reading.places[0].place.label


def test_a_short_bold_line_is_a_heading() -> None:
    """Writers who use no styles set headings bold."""
    body = paragraph("Title", run="<w:b/>") + paragraph("Text. " * 50)
    reading = read(body + paragraph("Background", run="<w:b/>") + paragraph("Body."))

    assert ["para. 1", "para. 2, under Background"] == [place.place.label for place in reading.places]


def test_the_style_of_titles_makes_no_section() -> None:
    """The document's own title stands above all its places."""
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    )
    body = paragraph("Report", '<w:pStyle w:val="T"/>') + paragraph("Text. " * 50)
    reading = read(body + paragraph("Flows", '<w:pStyle w:val="H"/>') + paragraph("Body."), styles=styles)

    assert ["para. 1", "para. 2, under Flows"] == [place.place.label for place in reading.places]


def test_a_link_to_a_part_that_is_missing_does_no_harm() -> None:
    """python-docx refuses such a file; its text is read all the same."""
    content = word_file(paragraph("sound"), {"footnotes": ""})
    broken = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(broken, "w") as new:
        for entry in old.infolist():
            if entry.filename != "word/footnotes.xml":
                new.writestr(entry, old.read(entry))

    assert ["sound"] == texts(read_file(broken.getvalue()))


def test_the_strict_dialect_is_read() -> None:
    """Files with the namespaces of ISO 29500 strict give their text."""
    content = word_file(paragraph("strict"))
    strict = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(strict, "w") as new:
        for entry in old.infolist():
            text = old.read(entry).decode()
            text = text.replace(
                "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
            )
            text = text.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/w"
            )
            new.writestr(entry.filename, text)

    assert ["strict"] == texts(read_file(strict.getvalue()))


def test_properties_are_told() -> None:
    """Title and author of the file are given, for whoever wants to believe them."""
    assert {("title", "A title"), ("author", "A body")} <= set(read(paragraph("x")).properties)


def test_entities_are_not_expanded() -> None:
    """Neither a file of the machine nor a billion laughs gets into a text."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    document = (
        f'<!DOCTYPE d [<!ENTITY l0 "laugh">{lines}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>a&file;&l11;b</w:t></w:r></w:p></w:body></w:document>"
    )
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("word/document.xml", document)

    with pytest.raises(ExtractionError) as caught:
        read_file(content.getvalue())

    assert FailureCode.DAMAGED == caught.value.code


@pytest.mark.parametrize("end", [30, 600, -40])
def test_a_truncated_file_is_said_to_be_damaged(end: int) -> None:
    """A download that broke off gives the reason."""
    with pytest.raises(ExtractionError) as caught:
        read_file(word_file(paragraph("x"))[:end])

    assert FailureCode.DAMAGED == caught.value.code


def test_a_file_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() -> None:
    """A small file with a huge part gives the reason at once."""
    content = word_file(paragraph("x"), further={"word/media/bomb.xml": b"\0" * 30_000_000})
    with pytest.raises(ExtractionError, match="too large"):
        read_file(content)


def test_deep_nesting_ends() -> None:
    """Controls within controls without end give a reason or the text, never a crash."""
    body = "<w:sdt><w:sdtContent>" * 3000 + paragraph("deep") + "</w:sdtContent></w:sdt>" * 3000
    with pytest.raises(ExtractionError):
        read(body)


def test_reading_stops_at_the_limit_and_says_so() -> None:
    """A file with too many paragraphs gives the first ones, with a note."""
    body = "".join(paragraph(f"{n}. " + "word " * 60) for n in range(1, 9))
    reading = read_file(word_file(body), Limits(places=3))

    assert 3 == len(reading.places)
    assert "Only the first 3 paragraphs were read: divide the file to have the rest found." == reading.notes[0].detail
