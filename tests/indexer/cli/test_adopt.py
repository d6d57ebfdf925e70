"""`masthead adopt`."""

from pathlib import Path

from indexer.corpus import read_corpus
from tests.indexer.cli.conftest import Masthead
from tests.indexer.cli.papers import ENGLISH, MASTHEAD, loose, rapport, report


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


def test_two_files_with_one_symbol_are_both_kept(masthead: Masthead, tmp_path: Path) -> None:
    """The second one gets an id of its own and a mark that says which document has the symbol."""
    report(tmp_path / "loose", "one.txt")
    report(tmp_path / "loose", "two.txt", title="Rights of quite other migrants")

    outcome = masthead("adopt", tmp_path / "loose", "--json")

    assert ["A/68/370", "two"] == [file["document"] for file in outcome.json["files"]]
    assert "A/68/370 has another file" in outcome.json["files"][1]["review"][0]["reason"]


def test_a_run_that_was_ended_goes_on(masthead: Masthead, tmp_path: Path) -> None:
    """A file that was copied, but has no record yet, is not copied again."""
    path = report(tmp_path / "loose")
    left = masthead.archive.corpus / "documents" / "a-68-370.en.txt"
    left.parent.mkdir()
    left.write_bytes(path.read_bytes())

    outcome = masthead("adopt", tmp_path / "loose")

    assert 0 == outcome.code
    assert {"a-68-370.en.txt", "a-68-370.toml"} == {one.name for one in left.parent.iterdir()}


def test_an_existing_file_is_never_overwritten(masthead: Masthead, tmp_path: Path) -> None:
    """Where another file has the name, the new one gets a number."""
    report(tmp_path / "loose")
    other = loose(masthead.archive.corpus / "documents", "a-68-370.en.txt", "something else")

    masthead("adopt", tmp_path / "loose")

    assert "something else" == other.read_text()
    document = read_corpus(masthead.archive.corpus).documents["A/68/370"]
    assert "documents/a-68-370.en-2.txt" == document.versions[0].renditions[0].path


def test_a_removed_document_is_not_taken_in_again(masthead: Masthead, tmp_path: Path) -> None:
    """Its tombstone stays until somebody takes the removal back."""
    report(tmp_path / "loose")
    masthead("adopt", tmp_path / "loose")
    masthead("remove", "A/68/370", "--reason", "withdrawn")

    outcome = masthead("adopt", tmp_path / "loose")

    assert 1 == outcome.code
    assert "--undo" in outcome.out


def test_an_empty_folder_is_no_error(masthead: Masthead, tmp_path: Path) -> None:
    """Nothing is there and nothing is done."""
    (tmp_path / "loose").mkdir()

    outcome = masthead("adopt", tmp_path / "loose")

    assert (0, "There is no file in this folder.\n") == (outcome.code, outcome.out)


def test_the_name_of_the_body_stays_where_it_is_not_known(masthead: Masthead, tmp_path: Path) -> None:
    """The small vocabulary has no General Assembly: its name is kept as printed, with a mark."""
    loose(tmp_path / "loose", "a.txt", MASTHEAD.format(symbol="A/68/372", title="A title", text=ENGLISH))

    masthead("adopt", tmp_path / "loose")

    document = read_corpus(masthead.archive.corpus).documents["A/68/372"]
    assert "General Assembly" == document.statement_of_responsibility
    assert "organization" in {mark.field for mark in document.review}


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "corpus.lock"}
