"""A run does what changed and nothing else, and one bad file or record stops nothing."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from indexer.indexing import Generations, IndexingRun, LockHeldError, RunLock, RunReport, Silent
from indexer.indexing.run import CorpusMissingError
from indexer.texts import TextStore
from tests.corpora import SmallArchive, an_archive, file_of, record_of, symbol, write_paper
from tests.indexer.indexing.test_lock import NOON


@dataclass
class Listening(Silent):
    """Keeps the warnings of a run."""

    warnings: list[str] = field(default_factory=list)

    def warn(self, message: str) -> None:
        """Keep a warning."""
        self.warnings.append(message)


def done(report: RunReport) -> tuple[str, bool, int, int, int]:
    """Return what a run did: generation, whether it is new, files read, entries put in and taken out."""
    return report.generation, report.changed, report.extracted, report.added, report.removed


def test_the_first_run_makes_everything(tmp_path: Path) -> None:
    """Every file is read, every paper and agenda item indexed, nothing is wrong."""
    archive = an_archive(tmp_path, documents=3)
    report = archive.index()

    assert (("1", True, 3, 4, 0), False, 3) == (done(report), report.has_failures, report.documents)


def test_every_type_of_file_is_found_by_its_words(archive: SmallArchive) -> None:
    """Text, Word and HTML."""
    assert [[symbol(n)] for n in (1, 2, 3)] == [archive.found(f"unicum{n}") for n in (1, 2, 3)]


def test_a_second_run_does_nothing(archive: SmallArchive) -> None:
    """No generation, no reading, and no file of the state folder is touched."""
    archive.index()
    before = {path: path.lstat().st_mtime_ns for path in archive.state.rglob("*") if path.name != "index.lock"}
    report = archive.index()

    assert ("1", False, 0, 0, 0) == done(report)
    assert before == {path: path.lstat().st_mtime_ns for path in before}


def test_a_changed_record_costs_its_entry_alone(archive: SmallArchive) -> None:
    """Another title is indexed without reading the file again."""
    write_paper(archive.corpus, 1, title="Bees")
    record = record_of(archive.corpus, 1)
    archive.index()
    record.write_text(record.read_text().replace("Bees", "Wasps"))

    assert ("3", True, 0, 1, 0) == done(archive.index())
    assert [symbol(1)] == archive.found("title:wasps")


def test_a_changed_comment_changes_nothing(archive: SmallArchive) -> None:
    """What a record says is compared, not its bytes."""
    record = record_of(archive.corpus, 1)
    record.write_text("# a comment\n" + record.read_text())

    assert ("1", False, 0, 0, 0) == done(archive.index())


def test_a_new_file_is_read_alone(archive: SmallArchive) -> None:
    """The words of a file that was replaced and accepted are found, the old ones are not."""
    write_paper(archive.corpus, 2, extra="Beekeeping is mentioned.")

    assert ("2", True, 1, 1, 0) == done(archive.index())
    assert [symbol(2)] == archive.found("beekeeping")


def test_a_file_that_is_not_the_recorded_one_is_not_indexed(archive: SmallArchive) -> None:
    """Whether it was damaged or replaced is for a person to say; its record stays searchable."""
    file_of(archive.corpus, 3).write_text("Other words about bees", encoding="utf-8")
    report = archive.index()

    expected = [("meeting/paper-3.txt", "is not what its record's checksum says, damaged or replaced")]
    assert expected == [(file.path, file.reason.partition(":")[0]) for file in report.failed]
    assert ([], [], [symbol(3)]) == (archive.found("bees"), archive.found("unicum3"), archive.found("title:part 3"))


def test_a_missing_file_is_named(archive: SmallArchive) -> None:
    """The others stay as they are."""
    file_of(archive.corpus, 1).unlink()
    report = archive.index()

    assert [symbol(2)] == archive.found("unicum2")
    assert report.faults or report.failed


def test_a_file_that_cannot_be_read_is_named(archive: SmallArchive) -> None:
    """A folder of the file's name stands for whatever the system refuses."""
    file = file_of(archive.corpus, 1)
    file.unlink()
    file.mkdir()
    report = archive.index()

    assert report.has_failures
    assert [symbol(2)] == archive.found("unicum2")


def test_a_removed_record_takes_its_entry_out(archive: SmallArchive) -> None:
    """The file then has no record and is listed."""
    record_of(archive.corpus, 3).unlink()
    report = archive.index()

    assert ("2", True, 0, 0, 1) == done(report)
    assert (["meeting/paper-3.txt"], []) == ([*report.unlisted], archive.found("unicum3"))


def test_a_tombstone_takes_its_entry_out(archive: SmallArchive) -> None:
    """A removed document stays in the catalogue and is not found."""
    text = f'symbol = "{symbol(2)}"\nkind = "other"\n\n[removed]\non = 2026-01-02\nreason = "withdrawn"\n'
    record_of(archive.corpus, 2).write_text(text)
    report = archive.index()

    assert (1, []) == (report.removed, archive.found("unicum2"))


def test_another_name_of_an_organization_reaches_what_names_it(archive: SmallArchive) -> None:
    """Papers of the body are indexed again, the others are not, and no file is read."""
    vocabulary = archive.corpus / "vocabulary" / "organizations.toml"
    vocabulary.write_text(vocabulary.read_text().replace('"UN/ECE"', '"UN/ECE", "Wide Europe Body"'))

    assert ("2", True, 0, 2, 0) == done(archive.index())
    assert [symbol(2), symbol(4)] == archive.found('"wide europe body"')


def test_a_faulty_record_stops_nothing_else(archive: SmallArchive) -> None:
    """It is told with its line; what it said before is gone, everything else is there."""
    record_of(archive.corpus, 1).write_text('symbol = "UN/POP/MIG-12CM/2014/01"\nkind = = \n')
    report = archive.index()

    assert [("meeting/paper-1.toml", 2)] == [(fault.path, fault.line) for fault in report.faults if fault.line == 2]
    assert ([], [symbol(4)]) == (archive.found("unicum1"), archive.found("unicum4"))


def test_a_file_that_gives_no_text_is_read_once(archive: SmallArchive) -> None:
    """Its reason is kept, and its record is found."""
    file = file_of(archive.corpus, 1)
    file.write_bytes(b"PK\x03\x04 broken")
    record = record_of(archive.corpus, 1)
    record.write_text(record.read_text().partition("sha256")[0])
    first, second = archive.index(), archive.index()

    assert (["meeting/paper-1.docx"], 0, False) == (
        [file.path for file in first.failed],
        second.extracted,
        second.changed,
    )
    assert first.failed == second.failed


def test_the_same_content_is_read_once(tmp_path: Path) -> None:
    """Two records may have copies of one file."""
    archive = an_archive(tmp_path, documents=3)
    copy = file_of(archive.corpus, 2)
    copy.write_bytes(file_of(archive.corpus, 3).read_bytes())
    record = record_of(archive.corpus, 2)
    record.write_text(record.read_text().partition("sha256")[0])

    assert 2 == archive.index().extracted


def test_a_lost_text_is_read_again(archive: SmallArchive) -> None:
    """It comes back without a new generation."""
    for text in (archive.state / "texts").rglob("*.text"):
        text.unlink()

    assert ("1", False, 4, 0, 0) == done(archive.index())


def test_a_damaged_text_is_read_again(archive: SmallArchive) -> None:
    """Damage in the middle of a text is noticed although its head is whole."""
    text = next((archive.state / "texts").rglob("*.text"))
    content = bytearray(text.read_bytes())
    content[-5] ^= 0xFF
    text.write_bytes(content)

    assert ("1", False, 1, 0, 0) == done(archive.index())
    assert [] == list(TextStore(archive.state / "texts").verify())


def test_texts_that_no_generation_names_go(archive: SmallArchive) -> None:
    """They stay for as long as there is a generation to go back to that names them."""
    counts = []
    for title in ("one", "two", "three"):
        write_paper(archive.corpus, 3, title=title)
        archive.index()
        counts.append(len(list((archive.state / "texts").rglob("*.text"))))

    assert [5, 5, 5] == counts


def test_another_format_is_built_anew(archive: SmallArchive) -> None:
    """What another version of the program made is said and not built upon; no file is read again."""
    manifest = archive.state / "generations" / "1" / "manifest.json"
    manifest.write_text(manifest.read_text().replace("catalogue ", "catalogue 0."))
    listening = Listening()
    report = archive.index(listening)

    assert ["Everything is built anew: the archive was indexed by another version of Masthead"] == listening.warnings
    assert ("2", True, 0, 5, 0) == done(report)


def test_a_lost_pointer_is_found_again(archive: SmallArchive) -> None:
    """Where it is not known which generation is current, the newest whole one is."""
    (archive.state / "current").unlink()
    listening = Listening()
    report = archive.index(listening)

    assert ["It was not known which generation readers see: generation 1 is whole and used."] == listening.warnings
    assert (("1", False, 0, 0, 0), [symbol(1)]) == (done(report), archive.found("unicum1"))


def test_only_whole_generations_are_found_again(archive: SmallArchive) -> None:
    """A damaged one is passed over."""
    write_paper(archive.corpus, 1, title="Another")
    archive.index()
    (archive.state / "generations" / "2" / "catalogue.sqlite").write_bytes(b"nothing")
    (archive.state / "current").unlink()

    assert "1" == Generations(archive.state).recover()


def test_one_run_at_a_time(archive: SmallArchive) -> None:
    """The second one ends at once."""
    with RunLock(archive.state / "index.lock", NOON), pytest.raises(LockHeldError):
        archive.index()


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nothing is made then."""
    with pytest.raises(CorpusMissingError, match="MASTHEAD_CORPUS"):
        IndexingRun(tmp_path / "nothing", tmp_path / "state", Silent()).run()
    assert not (tmp_path / "state").exists()
