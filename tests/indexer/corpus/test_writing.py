"""Staff's changes reach the corpus whole, one writer at a time."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.corpus import CorpusLockedError, RecordError, read_corpus
from indexer.corpus.writing import CorpusWriter, corpus_writer
from indexer.model.document import Document, DocumentKind, Removal, Rendition, Version
from indexer.model.identifiers import DocumentId, Language, Sha256
from tests.indexer.corpus.corpora import MEETING, PAPER, a_corpus

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
EN, FR = Language("en"), Language("fr")
DOCUMENT = Document(DocumentId("A/RES/68/4"), DocumentKind.RESOLUTION, {EN: "Declaration"}, symbol="A/RES/68/4")
SHA = Sha256("ab" * 32)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one meeting with one paper."""
    group = '[[documents]]\nanchor = "papers"\nheading = "Papers"\ndocuments = ["UN/POP/MIG-12CM/2014/03"]\n'
    return a_corpus(tmp_path / "corpus", {"m/meeting.toml": MEETING + group, "m/papers/03.toml": PAPER})


@pytest.fixture
def writer(corpus: Path, tmp_path: Path) -> Iterator[CorpusWriter]:
    """What writes to it."""
    with corpus_writer(corpus, tmp_path / "state", "masthead add", NOW) as opened:
        yield opened


def test_a_new_document_is_written_and_listed(corpus: Path, writer: CorpusWriter, tmp_path: Path) -> None:
    """A file is copied, its record written beside it, and the meeting lists it."""
    original = tmp_path / "received.pdf"
    original.write_bytes(b"%PDF")
    version = Version(EN, (Rendition("m/new/a.pdf", "application/pdf", SHA, 4),))

    writer.add_original(original, "m/new/a.pdf")
    path = writer.new_sidecar("m/new", dataclasses.replace(DOCUMENT, versions=(version,)))
    writer.add_to_meeting("m/meeting.toml", "papers", [DOCUMENT.id])

    records = read_corpus(corpus)
    assert () == records.faults
    assert "m/new/a-res-68-4.toml" == path
    assert dataclasses.replace(DOCUMENT, versions=(version,), sidecar=path) == records.documents[DOCUMENT.id]
    assert [("UN/POP/MIG-12CM/2014/03", "A/RES/68/4")] == [meeting.documents for meeting in records.meetings.values()]


def test_a_record_is_changed_in_places(corpus: Path, writer: CorpusWriter) -> None:
    """Fields, versions, files and checksums are written into the record there is."""
    (corpus / "m/papers/a.docx").write_bytes(b"abc")
    (corpus / "m/papers/a.pdf").write_bytes(b"abc")

    writer.set_fields("m/papers/03.toml", {"note": "n"})
    writer.add_version("m/papers/03.toml", Version(EN))
    writer.add_rendition("m/papers/03.toml", EN, Rendition("m/papers/a.docx", "x/y", Sha256(""), 3))
    writer.add_rendition("m/papers/03.toml", EN, Rendition("m/papers/a.pdf", "application/pdf", Sha256(""), 3))
    writer.accept_file("m/papers/03.toml", EN, file="a.docx", sha256=SHA, size=3)

    (document,) = read_corpus(corpus).documents.values()
    assert "n" == document.note
    assert [("m/papers/a.docx", SHA), ("m/papers/a.pdf", "")] == [
        (rendition.path, rendition.sha256) for rendition in document.versions[0].renditions
    ]


def test_a_removed_document_leaves_a_tombstone(corpus: Path, writer: CorpusWriter) -> None:
    """The record says when and why, and the writer which files it named."""
    (corpus / "m/papers/a.pdf").write_bytes(b"abc")
    writer.add_version("m/papers/03.toml", Version(EN, (Rendition("m/papers/a.pdf", "application/pdf", SHA, 3),)))

    named = writer.write_tombstone("m/papers/03.toml", dt.date(2026, 11, 24), "withdrawn")

    records = read_corpus(corpus)
    assert ("m/papers/a.pdf",) == named
    assert [Removal(dt.date(2026, 11, 24), "withdrawn")] == [found.removal for found in records.documents.values()]
    assert () == records.faults


def test_nothing_is_overwritten(writer: CorpusWriter, corpus: Path, tmp_path: Path) -> None:
    """A record or a file that exists stays as it is."""
    writer.new_sidecar("documents", DOCUMENT)
    (corpus / "a.pdf").write_text("here")
    (tmp_path / "b.pdf").write_text("new")

    with pytest.raises(RecordError, match=r"documents/a-res-68-4.toml exists: change that record"):
        writer.new_sidecar("documents", DOCUMENT)
    with pytest.raises(RecordError, match=r"a.pdf exists: give the file another name"):
        writer.add_original(tmp_path / "b.pdf", "a.pdf")
    assert "here" == (corpus / "a.pdf").read_text()


@pytest.mark.parametrize("path", ["../out.toml", "/etc/x.toml", "linked/x.toml"])
def test_nothing_is_written_outside(writer: CorpusWriter, corpus: Path, tmp_path: Path, path: str) -> None:
    """No path and no link leads out of the corpus."""
    (corpus / "linked").symlink_to(tmp_path)

    with pytest.raises(RecordError, match="leads out of the corpus"):
        writer.set_fields(path, {"note": "n"})


def test_a_change_that_fails_names_the_record(writer: CorpusWriter) -> None:
    """The message says which record it was."""
    with pytest.raises(RecordError, match=r"^m/papers/03.toml: The record has no version in 'fr'"):
        writer.accept_file("m/papers/03.toml", FR, file="a.pdf", sha256=SHA, size=1)
    with pytest.raises(RecordError, match=r"missing.toml cannot be read"):
        writer.set_fields("m/missing.toml", {})


@pytest.mark.usefixtures("writer")
def test_there_is_one_writer_at_a_time(corpus: Path, tmp_path: Path) -> None:
    """Whoever comes second is told who writes."""
    with (
        pytest.raises(
            CorpusLockedError, match=r"being written by process \d+ on .+ \(masthead add, since 2026-11-24T12"
        ),
        corpus_writer(corpus, tmp_path / "state", "masthead edit", NOW),
    ):
        pass
