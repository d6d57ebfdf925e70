"""A run that finds nothing changed says what the last one said, and any change at all is found."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from indexer.archive.keeping import Keeper
from indexer.archive.reading import Archive
from indexer.archive.verifying import verify
from indexer.catalogue import FileState
from indexer.corpus.checksums import ChecksumCache
from indexer.corpus.files import walk
from indexer.corpus.ledger import LEDGER_FILE, Ledger
from indexer.indexing import IndexingRun, RunReport, Silent
from indexer.indexing.originals import Originals
from indexer.indexing.program import program_mark
from indexer.indexing.signs import OUTCOME_FILE
from indexer.indexing.survey import Surveyor
from indexer.indexing.texts import StoredTexts
from indexer.texts import TextStore
from tests.corpora import SmallArchive, file_of, record_of, write_paper
from tests.indexer.indexing.test_lock import NOON


class Working(Silent):
    """Notes whether anything is done."""

    def __init__(self) -> None:
        self.is_working = False

    def begin(self, step: str, total: int) -> None:  # noqa: ARG002 - of the protocol
        """Note it."""
        self.is_working = True


@pytest.fixture
def settled(archive: SmallArchive) -> SmallArchive:
    """An archive of which the last run noted what it found."""
    archive.index()
    return archive


def is_read_again(archive: SmallArchive) -> bool:
    """Index, and return whether that looked at more than states."""
    progress = Working()
    archive.index(progress)
    return progress.is_working


def told(report: RunReport) -> RunReport:
    """Return a report without the time."""
    return replace(report, seconds=0)


def test_nothing_is_done_where_nothing_changed(settled: SmallArchive) -> None:
    """Neither records nor texts are read."""
    assert not is_read_again(settled)


def test_the_first_run_is_enough(settled: SmallArchive) -> None:
    """The next one after a run that built a generation has nothing to do."""
    write_paper(settled.corpus, 1, title="Bees")

    assert [True, False] == [is_read_again(settled), is_read_again(settled)]


def test_all_that_is_wrong_is_said_again(settled: SmallArchive) -> None:
    """Faults of records, files that fail, and files that no record names."""
    record_of(settled.corpus, 1).write_text("kind = = 1")
    file_of(settled.corpus, 3).write_text("other words")
    (settled.corpus / "stray.pdf").write_bytes(b"stray")
    first = settled.index()
    progress = Working()
    second = settled.index(progress)

    assert (True, False) == (first.changed, progress.is_working)
    assert (1, 1) == (len(second.failed), len([f for f in second.faults if f.line == 1]))
    assert {"stray.pdf", "meeting/paper-1.docx"} == set(second.unlisted)
    assert told(first.repeated()) == told(second)


def _touch_back(path: Path) -> None:
    """Change a file and set its time back."""
    times = path.stat()
    content = bytearray(path.read_bytes())
    content[-20] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _first(archive: SmallArchive, pattern: str) -> Path:
    return next(archive.state.glob(pattern))


CHANGES: dict[str, Callable[[SmallArchive], object]] = {
    "record": lambda a: record_of(a.corpus, 1).write_text(record_of(a.corpus, 1).read_text() + "# comment\n"),
    "record touched back": lambda a: _touch_back(record_of(a.corpus, 1)),
    "record renamed": lambda a: record_of(a.corpus, 1).rename(a.corpus / "meeting" / "other.toml"),
    "record gone": lambda a: record_of(a.corpus, 1).unlink(),
    "file": lambda a: file_of(a.corpus, 1).write_bytes(b"other"),
    "file touched back": lambda a: _touch_back(file_of(a.corpus, 1)),
    "file gone": lambda a: file_of(a.corpus, 1).unlink(),
    "file come": lambda a: (a.corpus / "stray.pdf").write_bytes(b""),
    "file replaced by its like": lambda a: shutil.copy(
        shutil.copy(file_of(a.corpus, 1), a.state), file_of(a.corpus, 1)
    ),
    "vocabulary": lambda a: _touch_back(a.corpus / "vocabulary" / "topics.toml"),
    "meeting": lambda a: (a.corpus / "meeting" / "meeting.toml").unlink(),
    "link": lambda a: (a.corpus / "link.toml").symlink_to("/etc/hostname"),
    "catalogue": lambda a: _touch_back(_first(a, "generations/1/catalogue.sqlite")),
    "index": lambda a: _touch_back(_first(a, "generations/1/index/*")),
    "manifest": lambda a: _touch_back(_first(a, "generations/1/manifest.json")),
    "a generation more": lambda a: shutil.copytree(a.state / "generations" / "1", a.state / "generations" / "7"),
    "pointer": lambda a: (a.state / "current").unlink(),
    "text": lambda a: _touch_back(_first(a, "texts/*/*.text")),
    "text gone": lambda a: _first(a, "texts/*/*.text").unlink(),
    "what the last run found": lambda a: (a.state / OUTCOME_FILE).unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_is_looked_into(settled: SmallArchive, name: str) -> None:
    """Also one that keeps a file's size and time; and it is looked into once."""
    CHANGES[name](settled)

    assert [True, False] == [is_read_again(settled), is_read_again(settled)]


def test_damage_that_no_state_tells_is_looked_for_after_it_was_found(settled: SmallArchive) -> None:
    """Whoever verifies the archive and finds damage distrusts what was noted; the next run reads everything."""
    keeper = Keeper(settled.corpus, settled.state, "test", processes=1, now=lambda: NOON)
    verify(keeper, Archive(settled.state), Silent())
    assert not is_read_again(settled)
    _touch_back(_first(settled, "generations/1/catalogue.sqlite"))
    verify(keeper, Archive(settled.state), Silent())

    assert [] == [name for name in (OUTCOME_FILE, LEDGER_FILE) if (settled.state / name).exists()]


def test_another_corpus_is_another_archive(settled: SmallArchive, tmp_path: Path) -> None:
    """Files of the same state under another folder are read."""
    settled.corpus.rename(tmp_path / "moved")

    assert is_read_again(SmallArchive(tmp_path / "moved", settled.state))


def test_a_run_that_left_something_open_is_not_the_last(settled: SmallArchive) -> None:
    """A file that is lost while the archive is looked at may be back for the next run."""
    file, other = file_of(settled.corpus, 1), settled.corpus / "meeting" / "loop.toml"
    record_of(settled.corpus, 1).write_text(record_of(settled.corpus, 1).read_text() + "# read me again\n")
    files = walk(settled.corpus)
    file.rename(other)
    ledger = Ledger(settled.state / LEDGER_FILE)
    texts = StoredTexts(settled.state / "texts")
    originals = Originals(TextStore(settled.state / "texts"), 1, Silent())
    survey = Surveyor(files, ledger, texts).survey(originals, lambda: ChecksumCache(settled.state))

    assert [FileState.MISSING] == [found.state for found in survey.files if found.path == "meeting/paper-1.docx"]
    assert not ledger.is_complete


def test_another_program_believes_nothing(tmp_path: Path) -> None:
    """Its own files, and the libraries that are installed, tell one program from another."""
    package, libraries = tmp_path / "program", tmp_path / "libraries"
    (package / "room").mkdir(parents=True)
    (libraries / "stems-1.dist-info").mkdir(parents=True)
    (package / "room" / "a.py").write_text("one")
    places = [str(libraries), str(tmp_path / "nowhere")]
    marks = [program_mark(package, places), program_mark(package, places)]
    (package / "room" / "a.py").write_text("other")
    marks.append(program_mark(package, places))
    (libraries / "stems-1.dist-info").rename(libraries / "stems-2.dist-info")
    marks.append(program_mark(package, places))

    assert [True, False, False] == [one == other for one, other in pairwise(marks)]


def test_a_text_that_changed_meanwhile_is_not_believed(settled: SmallArchive) -> None:
    """What was whole at the beginning of a run need not be at its end."""
    texts = StoredTexts(settled.state / "texts")
    expected = texts.settled()
    _touch_back(_first(settled, "texts/*/*.text"))

    assert (4, None) == (len(expected or ()), texts.settled())


def test_a_run_waits_for_files_that_are_just_changing(settled: SmallArchive) -> None:
    """Changes in quick succession are each found, though the clock of the file system moves in steps."""
    record = record_of(settled.corpus, 1)
    found = []
    for number in range(4):
        record.write_text(
            record.read_text().replace("part", f"p{number:03d}").replace(f"p{number - 1:03d}", f"p{number:03d}")
        )
        IndexingRun(settled.corpus, settled.state, Silent()).run()
        found.append(settled.found(f"title:p{number:03d}"))

    assert 4 * [found[0]] == found
    assert found[0]
