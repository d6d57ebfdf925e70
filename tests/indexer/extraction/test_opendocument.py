"""OpenDocument texts."""

import io
import zipfile

import pytest

from indexer.extraction.errors import ExtractionError, FailureCode
from indexer.extraction.limits import Budget, Limits
from indexer.extraction.opendocument import OpenDocumentReader

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
NAMESPACES = " ".join(
    f'xmlns:{name}="{NAMESPACE.format(name)}"' for name in ("office", "text", "table", "draw", "style")
)


def a_text(body: str, **parts: str) -> bytes:
    """Return a file with this body and other parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        for name, part in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", part.replace("NS", NAMESPACES))
    return content.getvalue()


def text_of(body: str) -> str:
    """Return the text of a file's first place."""
    return OpenDocumentReader().read(a_text(body), Budget(Limits())).places[0].text


def test_paragraphs_headings_tables_and_notes_are_read() -> None:
    """What a reader of the page sees is read; deletions and comments are not."""
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>Flows</text:h>"
        "<text:p>one<text:s text:c='3'/>two<text:tab/>three<text:span>four</text:span><office:annotation>"
        "<text:p>comment</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>noted</text:p></text:note-body></text:note> five</text:p>"
        "<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>"
    )

    assert "Flows\n\none two threefour five\n\nnoted\n\nitem" == text_of(body)


def test_a_table_is_a_place_with_rows() -> None:
    """Cells of one row stand on one line."""
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in "ab")
    row = f"<table:table-row>{cells}</table:table-row>"

    assert "a | b\na | b" == text_of(f"<table:table>{row * 2}</table:table>")


def test_headers_are_running_lines_and_properties_are_told() -> None:
    """Master pages hold the headers, the meta part the properties."""
    header = "<style:header><text:p>A/68/370</text:p></style:header>"
    content = a_text(
        "<text:p>body</text:p>",
        styles=f"<office:document-styles NS>{header}</office:document-styles>",
        meta='<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A title</dc:title></m>',
    )
    reading = OpenDocumentReader().read(content, Budget(Limits()))

    assert ("A/68/370",) == reading.running_lines
    assert (("title", "A title"),) == reading.properties


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (a_text("", **{"META-INF__manifest": "<m><encryption-data/></m>"}), FailureCode.ENCRYPTED),
        (a_text("<unclosed>"), FailureCode.DAMAGED),
    ],
)
def test_locked_and_broken_files_give_a_reason(content: bytes, code: FailureCode) -> None:
    """What cannot be read says why."""
    with pytest.raises(ExtractionError) as caught:
        OpenDocumentReader().read(content, Budget(Limits()))

    assert code == caught.value.code
