"""The versions of a document name files that are there, and nothing outside the record's folder."""

import unicodedata
from pathlib import Path

import pytest

from indexer.corpus import read_corpus
from indexer.corpus.versions import media_type_by_name
from indexer.model.document import Rendition, Source, Version
from indexer.model.identifiers import Language, Sha256
from tests.indexer.corpus.corpora import PAPER, a_corpus, document_of, faults_of

EN, FR = Language("en"), Language("fr")
SHA = Sha256("ab" * 32)
PDF = "application/pdf"


def test_a_version_has_its_files_in_order(tmp_path: Path) -> None:
    """The first file stands in the version, further ones in tables below it; sizes are looked up where not written."""
    text = (
        f'[[version]]\nlanguage = "en"\nfile = "a.pdf"\nsha256 = "{SHA.upper()}"\nbytes = 9\nmedia_type = "x/y"\n'
        'title = "T"\nofficial = "https://undocs.org/x"\nsource = { address = "https://y" }\n'
        '[[version.rendition]]\nfile = "sub/b.pdf"\n'
        '[[version]]\nlanguage = "fr"\n'
    )
    document = document_of(tmp_path, PAPER + text, {"documents/a.pdf": "123", "documents/sub/b.pdf": "12"})

    assert (
        Version(
            EN,
            (Rendition("documents/a.pdf", "x/y", SHA, 9), Rendition("documents/sub/b.pdf", PDF, Sha256(""), 2)),
            "T",
            "https://undocs.org/x",
            Source("https://y"),
        ),
        Version(FR),
    ) == document.versions


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("missing.pdf", "file 'missing.pdf' does not exist; put it beside the record, or mend its name here"),
        ("../a.pdf", "file '../a.pdf' leads out of the record's folder;"),
        ("/etc/passwd", "file '/etc/passwd' leads out of the record's folder;"),
        ("C:/a.pdf", "file 'C:/a.pdf' leads out of the record's folder;"),
        ("sub\\\\a.pdf", "leads out of the record's folder;"),
        ("./a.pdf", "leads out of the record's folder;"),
        ("out.pdf", "file 'out.pdf' is a link that leads out of the corpus;"),
        ("linked/secret.pdf", "does not exist;"),
    ],
)
def test_a_file_that_is_not_there_or_outside_is_told_and_left_out(tmp_path: Path, file: str, fault: str) -> None:
    """The record stays, its version without the file, so that no reader is led astray."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_text("secret")
    corpus = a_corpus(
        tmp_path / "corpus",
        {"documents/paper.toml": PAPER + f'[[version]]\nlanguage = "en"\nfile = "{file}"\n', "a.pdf": "a"},
    )
    (corpus / "documents" / "out.pdf").symlink_to(outside / "secret.pdf")
    (corpus / "documents" / "linked").symlink_to(outside)

    records = read_corpus(corpus)

    assert [(6, True)] == [(found.line, fault in found.message) for found in records.faults]
    assert [(Version(EN),)] == [document.versions for document in records.documents.values()]


def test_a_link_within_the_corpus_is_a_file_like_others(tmp_path: Path) -> None:
    """A link that stays inside may be named."""
    corpus = a_corpus(
        tmp_path,
        {"documents/paper.toml": PAPER + '[[version]]\nlanguage = "en"\nfile = "b.pdf"\n', "documents/a.pdf": ""},
    )
    (corpus / "documents" / "b.pdf").symlink_to("a.pdf")

    assert () == read_corpus(corpus).faults


def test_a_name_in_decomposed_letters_is_the_same_name(tmp_path: Path) -> None:
    """Some systems store accents apart from their letters."""
    name = "résumé.pdf"
    document = document_of(
        tmp_path,
        PAPER + f'[[version]]\nlanguage = "fr"\nfile = "{name}"\n',
        {f"documents/{unicodedata.normalize('NFD', name)}": "x"},
    )

    assert f"documents/{unicodedata.normalize('NFD', name)}" == document.versions[0].renditions[0].path


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            '[[version]]\nlanguage = "xx"\n',
            "5: language 'xx' is not known; write an ISO 639-1 code such as en, ar or zh",
        ),
        (
            '[[version]]\nlanguage = "en"\n[[version.rendition]]\nbytes = 1\n',
            '6: `file` is missing; write file = "..."',
        ),
        (
            '[[version]]\nlanguage = "en"\nofficial = "javascript:alert(1)"\n',
            "6: `official` is 'javascript:alert(1)', which is no address; write it with https:// before it",
        ),
        (
            '[[version]]\nlanguage = "en"\nfile = "a.pdf"\nmedia_type = "text\\nX: y"\n',
            "7: `media_type` is 'text\\nX: y'; write one such as application/pdf, or take the line away",
        ),
        ("[[version]]\n", '4: `language` is missing; write language = "..."'),
        (
            '[[version]]\nlanguage = "en"\n[[version]]\nlanguage = "en"\n',
            "7: language 'en' stands in two [[version]] tables; write further files of it as [[version.rendition]]",
        ),
        (
            '[[version]]\nlanguage = "en"\nfile = "a.pdf"\nsha256 = "abc"\n',
            "7: `sha256` is no checksum of 64 hexadecimal digits; take the line away and accept the file",
        ),
        (
            '[[version]]\nlanguage = "en"\nfile = "a.pdf"\nbytes = 1.5\n',
            "7: `bytes` should be a whole number from 0 up, but is a number",
        ),
    ],
)
def test_a_wrong_version_is_told(tmp_path: Path, text: str, fault: str) -> None:
    """Every fault of a version has its line and its sentence."""
    assert [fault] == faults_of(tmp_path, PAPER + text, {"documents/a.pdf": "x"})


def test_the_ending_of_a_name_gives_the_media_type() -> None:
    """Known endings, in any case, give their type; others are bytes."""
    assert (PDF, "application/octet-stream") == (media_type_by_name("a/B.PDF"), media_type_by_name("a"))
