"""`masthead adopt`."""

import signal
from pathlib import Path
from time import sleep

from indexer.corpus import read_corpus
from tests.indexer.cli.conftest import Masthead
from tests.indexer.cli.papers import loose, rapport, report


def test_a_folder_becomes_documents_of_a_meeting(masthead: Masthead, tmp_path: Path) -> None:
    """Symbol, title, date and language come from the first page, and the meeting's page lists the document."""
    report(tmp_path / "loose")

    outcome = masthead("adopt", tmp_path / "loose", "--meeting", "meeting-1")

    assert (0, "") == (outcome.code, outcome.err)
    records = read_corpus(masthead.archive.corpus)
    document = records.documents["A/68/370"]
    assert {"en": "Rights of migrants"} == document.titles
    assert "2013-09-12" == document.date.iso()
    assert "meeting/background/a-68-370.toml" == document.sidecar
    assert "A/68/370" in records.meetings["meeting-1"].documents


def test_the_same_symbol_in_another_language_is_a_version(masthead: Masthead, tmp_path: Path) -> None:
    """English and French become one document with two versions, each with its title."""
    report(tmp_path / "loose")
    rapport(tmp_path / "loose")

    masthead("adopt", tmp_path / "loose", "--meeting", "meeting-1")

    document = read_corpus(masthead.archive.corpus).documents["A/68/370"]
    assert {"en", "fr"} == set(document.languages)
    assert 2 == sum(len(version.renditions) for version in document.versions)


def test_adopted_documents_are_found(masthead: Masthead, tmp_path: Path) -> None:
    """With --index they are searched at once."""
    report(tmp_path / "loose", title="Rights of unicornmigrants")

    masthead("adopt", tmp_path / "loose", "--meeting", "meeting-1", "--index")

    assert ["A/68/370"] == masthead.archive.found("unicornmigrants")


def test_adopting_twice_takes_nothing_twice(masthead: Masthead, tmp_path: Path) -> None:
    """What the archive holds is told with its place, and no file of the corpus changes."""
    report(tmp_path / "loose")
    masthead("adopt", tmp_path / "loose", "--meeting", "meeting-1")
    before = _content(masthead.archive.corpus)

    outcome = masthead("adopt", tmp_path / "loose", "--meeting", "meeting-1")

    assert 0 == outcome.code
    assert "is already held as meeting/background/a-68-370.en.txt" in outcome.out
    assert before == _content(masthead.archive.corpus)


def test_a_dry_run_writes_nothing(masthead: Masthead, tmp_path: Path) -> None:
    """It says what would be done, and no file changes."""
    report(tmp_path / "loose")
    before = _content(tmp_path)

    outcome = masthead("adopt", tmp_path / "loose", "--meeting", "meeting-1", "--dry-run")

    assert "1 document would be added." in outcome.out
    assert before == _content(tmp_path)


def test_an_unknown_meeting_is_wrong_use(masthead: Masthead, tmp_path: Path) -> None:
    """The meetings that there are and the way to make one are named."""
    report(tmp_path / "loose")

    outcome = masthead("adopt", tmp_path / "loose", "--meeting", "nosuch")

    assert 2 == outcome.code
    assert "there are: meeting-1" in outcome.err
    assert "--create" in outcome.err


def test_a_meeting_is_made_where_that_is_asked(masthead: Masthead, tmp_path: Path) -> None:
    """Its record is valid, and says at its top what should be mended."""
    report(tmp_path / "loose")

    outcome = masthead("adopt", tmp_path / "loose", "--meeting", "13cm-2015", "--create")

    records = read_corpus(masthead.archive.corpus)
    assert 0 == outcome.code
    assert () == records.faults
    assert ("A/68/370",) == records.meetings["13cm-2015"].documents
    assert "Please mend" in (masthead.archive.corpus / "13cm-2015/meeting.toml").read_text()


def test_files_that_are_no_documents_are_listed(masthead: Masthead, tmp_path: Path) -> None:
    """An image is left out by name, and nothing has failed."""
    report(tmp_path / "loose")
    (tmp_path / "loose" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    outcome = masthead("adopt", tmp_path / "loose")

    assert 0 == outcome.code
    assert "photo.png" in outcome.out
    assert "is of no document type" in outcome.out


def test_an_unreadable_file_is_taken_in_with_a_mark(masthead: Masthead, tmp_path: Path) -> None:
    """A broken PDF is kept, its record says why it has no text, and the command ends with 1."""
    (tmp_path / "loose").mkdir()
    (tmp_path / "loose" / "A_68_371-EN.pdf").write_bytes(b"%PDF-1.4\nthis breaks off")

    outcome = masthead("adopt", tmp_path / "loose")

    document = read_corpus(masthead.archive.corpus).documents["A/68/371"]
    assert 1 == outcome.code
    assert "file" in {mark.field for mark in document.review}
    assert "damaged" in next(mark.reason for mark in document.review if mark.field == "file")


def test_what_is_unsure_is_marked(masthead: Masthead, tmp_path: Path) -> None:
    """A file without a masthead gets its name as title and marks for what could not be told."""
    loose(tmp_path / "loose", "some notes.txt", "few words")

    outcome = masthead("adopt", tmp_path / "loose", "--json")

    file = outcome.json["files"][0]
    assert {"symbol", "kind", "date", "language"} <= {mark["field"] for mark in file["review"]}
    assert "some-notes" == file["document"]


def test_a_removed_document_is_not_taken_in_again(masthead: Masthead, tmp_path: Path) -> None:
    """Its tombstone stays until somebody takes the removal back."""
    report(tmp_path / "loose")
    masthead("adopt", tmp_path / "loose")
    masthead("remove", "A/68/370", "--reason", "withdrawn")

    outcome = masthead("adopt", tmp_path / "loose")

    assert 1 == outcome.code
    assert "--undo" in outcome.out


def test_a_folder_of_the_corpus_is_refused(masthead: Masthead) -> None:
    """Files are copied to where they belong, so they may not come from there."""
    for folder in (masthead.archive.corpus / "meeting", masthead.archive.corpus.parent):
        outcome = masthead("adopt", folder)
        assert (2, True) == (outcome.code, "within each other" in outcome.err)


def test_an_empty_folder_is_no_error(masthead: Masthead, tmp_path: Path) -> None:
    """Nothing is there and nothing is done."""
    (tmp_path / "loose").mkdir()

    outcome = masthead("adopt", tmp_path / "loose")

    assert (0, "There is no file in this folder.\n") == (outcome.code, outcome.out)


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "corpus.lock"}


def test_it_can_be_ended_at_any_moment(masthead: Masthead, tmp_path: Path) -> None:
    """Ended by a signal it says one sentence and ends with 3; run again it does the whole."""
    for number in range(40):
        report(tmp_path / "loose", f"{number}.txt", symbol=f"A/68/{number + 100}", title=f"Report {number}")
    process = masthead.start("adopt", tmp_path / "loose")
    while not (masthead.archive.corpus / "documents").exists():
        assert process.poll() is None
        sleep(0.01)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)

    assert 0 == masthead("adopt", tmp_path / "loose").code
    assert (3, 1) == (process.returncode, said.strip().count("\n") + 1)
    assert 43 == len(read_corpus(masthead.archive.corpus).documents)
    assert 80 == len(list((masthead.archive.corpus / "documents").iterdir()))
