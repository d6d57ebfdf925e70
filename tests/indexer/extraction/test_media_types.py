"""The type of a file, told from its content."""

import io
import zipfile
from pathlib import Path

import pytest

from indexer.extraction.media_types import OLE2, MediaType, media_type_of, media_type_of_content
from tests.indexer.extraction.word_files import paragraph, word_file


def zipped(*names: str) -> bytes:
    """Return a zip file with these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name in names:
            package.writestr(name, name)
    return content.getvalue()


def compound(stream: str) -> bytes:
    """Return what an OLE2 file with this stream has at its beginning and in its directory."""
    return OLE2 + b"\0" * 500 + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", MediaType.PDF),
        (b"\n\n junk %PDF-1.4", MediaType.PDF),
        (word_file(paragraph("x")), MediaType.WORD),
        (zipped("ppt/presentation.xml"), MediaType.POWERPOINT),
        (zipped("a.txt", "xl/workbook.xml"), None),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", MediaType.OPEN_DOCUMENT),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text-template", None),
        (compound("WordDocument"), MediaType.LEGACY_WORD),
        (compound("EncryptedPackage"), MediaType.LOCKED_OFFICE),
        (compound("PowerPoint Document"), MediaType.LEGACY_POWERPOINT),
        (compound("Workbook"), None),
        (b"{\\rtf1 x}", MediaType.RICH_TEXT),
        (b"\xef\xbb\xbf <!-- x --> <!DOCTYPE html><p>", MediaType.HTML),
        (b"<HTML lang=en>", MediaType.HTML),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 40, None),
        (b"", None),
    ],
)
def test_content_tells_the_type(content: bytes, kind: MediaType | None) -> None:
    """A wrong name changes nothing."""
    assert kind == media_type_of_content(content, "name.xyz")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", MediaType.PLAIN),
        ("README", MediaType.PLAIN),
        ("a.MD", MediaType.PLAIN),
        ("a.csv", None),
        ("a.toml", None),
        ("a.json", None),
    ],
)
def test_the_name_tells_prose_from_data(name: str, kind: MediaType | None, tmp_path: Path) -> None:
    """Plain text is a document only where its name says no other use."""
    path = tmp_path / name
    path.write_text("A few words, in plain text.")

    assert kind == media_type_of(path)


def test_a_zip_that_broke_off_is_of_the_type_it_was() -> None:
    """A part's name in what is left of it tells, else its name: the reader then says that it is damaged."""
    content = word_file(paragraph("x"))

    assert MediaType.WORD == media_type_of_content(content[:-30], "a.xyz")
    assert MediaType.WORD == media_type_of_content(content[:100], "a.DOCX")
    assert media_type_of_content(content[:100], "a.zip") is None


def test_text_in_sixteen_bits_is_text() -> None:
    """Zero bytes are no sign of data where a mark says what they are."""
    assert MediaType.PLAIN == media_type_of_content("text".encode("utf-16"), "a.txt")
