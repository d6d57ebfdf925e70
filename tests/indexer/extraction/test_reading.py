"""A file read in this process, from its bytes to its text or its reason."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.extraction.errors import ExtractionError, FailureCode
from indexer.extraction.limits import Limits
from indexer.extraction.media_types import OLE2, MediaType
from indexer.extraction.reading import READERS, extract
from indexer.extraction.versions import READER_VERSIONS, reader_for
from tests.indexer.extraction.pdf_writer import PdfFile, Show
from tests.indexer.extraction.word_files import paragraph, word_file

GOLDEN = Path(__file__).parent / "golden"
INPUTS = sorted(path for path in GOLDEN.iterdir() if path.suffix != ".expected")


def failure(path: Path, content: bytes, limits: Limits | None = None) -> ExtractionError:
    """Return why a file with this content gives no text."""
    path.write_bytes(content)
    with pytest.raises(ExtractionError) as caught:
        extract(path, limits or Limits())
    return caught.value


def test_a_text_tells_its_file_its_reader_and_its_type(tmp_path: Path) -> None:
    """What the store needs is all there."""
    path = tmp_path / "named-anything.bin"
    content = PdfFile([[Show(50, 400, "The General Assembly has adopted the resolution of the meeting")]]).content()
    path.write_bytes(content)
    text = extract(path)

    assert hashlib.sha256(content).hexdigest() == text.file
    assert ("pdf-3", "application/pdf", "en") == (text.reader, text.media_type, text.detected)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_golden_files_give_the_text_that_is_expected(path: Path) -> None:
    """Each small file beside this test gives, place by place, what its `.expected` says."""
    text = extract(path)
    found = "\n".join(f"[{place.place.label}]\n{place.text}" for place in text.places)

    assert path.with_name(path.name + ".expected").read_text() == f"{text.media_type} {text.detected}\n{found}\n"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", b"", "is empty: upload the file again"),
        ("a.png", b"\x89PNG\0\0\0", "is not a document: "),
        (
            "a.docx",
            OLE2 + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted: upload an unlocked copy",
        ),
        ("a.ppt", OLE2 + "PowerPoint Document".encode("utf-16-le"), "save it as .pptx"),
        (
            "a.docx",
            word_file(paragraph("x"))[:-40],
            "is damaged (its zip directory cannot be read)",
        ),
    ],
)
def test_a_file_without_text_gives_one_sentence_that_names_it(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    """The sentence says which file, what is wrong and what to do."""
    error = failure(tmp_path / name, content)

    assert str(error).startswith(f"{tmp_path / name} ")
    assert reason in str(error)


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    """The size alone gives the reason."""
    error = failure(tmp_path / "a.txt", b"x" * 2_000_000, Limits(file_bytes=1_000_000))

    assert f"{tmp_path / 'a.txt'} is too large (2 MB, at most 1 are read): upload a smaller copy" == str(error)


def test_a_file_that_is_not_there_gives_a_reason(tmp_path: Path) -> None:
    """A missing file is no crash."""
    with pytest.raises(ExtractionError, match="cannot be opened") as caught:
        extract(tmp_path / "none.pdf")

    assert FailureCode.UNREADABLE == caught.value.code


def test_every_type_has_a_reader_with_a_version() -> None:
    """The name of a reader is part of where its texts are kept."""
    assert "pdf-3" == reader_for(MediaType.PDF)
    assert "none-1" == reader_for(None)
    assert set(READERS) == set(READER_VERSIONS)
    assert len(READER_VERSIONS) == len(set(READER_VERSIONS.values()))


def test_the_room_is_entered_without_loading_parsers() -> None:
    """Who only looks at types or starts a pool has no parser in its process."""
    program = "import sys, indexer.extraction; print({'pdfminer', 'docx', 'pptx', 'lxml'} & set(sys.modules))"

    assert (
        "set()"
        == subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
    )
