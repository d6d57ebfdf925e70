"""`masthead add`."""

import os
import pty
import select
from pathlib import Path

from indexer.corpus import read_corpus
from indexer.model.document import Document
from tests.corpora import file_of, symbol
from tests.indexer.cli.conftest import Masthead
from tests.indexer.cli.papers import loose, rapport, report


def test_what_is_given_counts(masthead: Masthead, tmp_path: Path) -> None:
    """Symbol, title, kind, date and organization are those of the options, and need no review."""
    file = report(tmp_path, symbol="A/68/371")
    given = (
        "--symbol",
        "a/68/370",
        "--title",
        "A title",
        "--kind",
        "note",
        "--date",
        "2013-10",
        "--organization",
        "ECE",
    )

    outcome = masthead("add", file, *given, "--topic", "Money sent home", "--meeting", "meeting-1", "--language", "en")

    document = _document(masthead, "A/68/370")
    assert 0 == outcome.code
    assert ("A title", "note", "2013-10") == (document.titles["en"], document.kind, document.date.iso())
    assert (("unece",), ("remittances",)) == (document.organizations, document.topics)
    assert () == document.review


def test_a_further_language_and_a_further_file(masthead: Masthead, tmp_path: Path) -> None:
    """French becomes a version, and an HTML file of the English one a further file of it."""
    report(tmp_path)
    masthead("add", tmp_path / "report.txt")
    page = loose(tmp_path, "report.html", "<!DOCTYPE html><html><p>A/68/370 Rights of migrants who cross borders")

    masthead("add", rapport(tmp_path), "--symbol", "A/68/370", "--language", "fr")
    masthead("add", page, "--symbol", "A/68/370", "--language", "en")

    document = _document(masthead, "A/68/370")
    assert {"en": 2, "fr": 1} == {version.language: len(version.renditions) for version in document.versions}


def test_a_file_that_is_held_is_told_with_its_place(masthead: Masthead) -> None:
    """Nothing is done, and that is no error."""
    outcome = masthead("add", file_of(masthead.archive.corpus, 1), "--json")

    assert 0 == outcome.code
    assert "held" == outcome.json["files"][0]["action"]
    assert symbol(1) == outcome.json["files"][0]["document"]


def test_a_second_file_is_refused_without_replace(masthead: Masthead, tmp_path: Path) -> None:
    """The sentence names --replace, and no file changes."""
    masthead("add", report(tmp_path))

    outcome = masthead("add", report(tmp_path, "corrected.txt", title="Rights of more migrants"))

    assert 2 == outcome.code
    assert "--replace" in outcome.err


def test_replace_puts_a_new_file_in_the_place_of_the_old(masthead: Masthead, tmp_path: Path) -> None:
    """The record names the new file; the old one is kept where no reader looks."""
    masthead("add", report(tmp_path))
    new = report(tmp_path, "corrected.txt", title="Rights of unicornmigrants")

    outcome = masthead("add", new, "--replace", "--symbol", "A/68/370", "--language", "en", "--index", "--json")

    rendition = _document(masthead, "A/68/370").versions[0].renditions[0]
    assert 0 == outcome.code
    assert new.read_bytes() == (masthead.archive.corpus / rendition.path).read_bytes()
    assert (masthead.archive.corpus / outcome.json["kept"]).is_file()
    assert ["A/68/370"] == masthead.archive.found("unicornmigrants")
    assert [] == masthead("status", "--json").json["unlisted"]


def test_a_file_of_no_document_type_is_refused(masthead: Masthead, tmp_path: Path) -> None:
    """The types that are read are named."""
    image = tmp_path / "photo.png"
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    outcome = masthead("add", image)

    assert 2 == outcome.code
    assert "PDF, Word" in outcome.err


def test_what_cannot_be_meant_is_wrong_use(masthead: Masthead, tmp_path: Path) -> None:
    """An unknown body, symbol, date or meeting, and nothing is written."""
    file = report(tmp_path)
    wrong = (
        ["--organization", "nosuch"],
        ["--symbol", "no"],
        ["--date", "soon"],
        ["--meeting", "no"],
        ["--language", "q"],
    )

    assert [2] * len(wrong) == [masthead("add", file, *arguments).code for arguments in wrong]
    assert not (masthead.archive.corpus / "documents").exists()


def test_on_a_terminal_what_is_missing_is_asked_for(masthead: Masthead, tmp_path: Path) -> None:
    """Enter takes the proposal of the first page; a wrong answer is asked again."""
    file = report(tmp_path)
    terminal, ours = pty.openpty()
    process = masthead.start("add", file, "--kind", "report", stdin=ours, stdout=ours, stderr=ours)
    os.close(ours)

    answers = {
        "Symbol": "",
        "Title": "Another title",
        "Language": "",
        "Date": "2013-09-13",
        "Organizations": "",
        "Topics": "",
    }
    for question, answer in answers.items():
        _wait_for(terminal, question)
        os.write(terminal, f"{answer}\n".encode())

    assert 0 == process.wait(60)
    os.close(terminal)
    document = _document(masthead, "A/68/370")
    assert {"en": "Another title"} == document.titles
    assert "2013-09-13" == document.date.iso()


def _wait_for(terminal: int, text: str) -> None:
    seen = ""
    while text not in seen:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, seen
        seen += os.read(terminal, 4096).decode()


def _document(masthead: Masthead, value: str) -> Document:
    return read_corpus(masthead.archive.corpus).documents[value]
