"""Records that are recalled are the records that would be read: after every change that a corpus can undergo."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.corpus import read_corpus
from indexer.corpus.files import CorpusFiles, walk
from indexer.corpus.ledger import Ledger
from indexer.corpus.reading import read_records
from indexer.corpus.readings import DocumentReading, Recollection
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document
from tests.indexer.corpus.corpora import MEETING, PAPER, a_corpus
from tests.indexer.corpus.documents_at_random import DOCUMENTS

VERSION = '\n[[version]]\nlanguage = "en"\nfile = "a.txt"\n'
BODY = 'organizations = ["UN/ECE"]\n'
OTHER = 'symbol = "A/RES/68/4"\nkind = "resolution"\ntitle = "Declaration"\n'
LISTED = '\n[[documents]]\nanchor = "a"\nheading = "A"\ndocuments = ["UN/POP/MIG-12CM/2014/03", "A/RES/68/4"]\n'
FILES: dict[str, str | bytes] = {
    "documents/a.toml": PAPER + BODY + VERSION,
    "documents/a.txt": "words",
    "documents/b.toml": "kind = = 1",
    "documents/c.toml": OTHER,
    "m/meeting.toml": MEETING + LISTED,
}


class Corpus:
    """A corpus, and the ledger of those who read it."""

    def __init__(self, folder: Path) -> None:
        self.folder = a_corpus(folder / "corpus", FILES)
        self._ledger = folder / "ledger.sqlite"

    def walked(self) -> CorpusFiles:
        """Look at the files, when all of them are settled."""
        while waiting := (files := walk(self.folder)).unsettled():
            sleep(waiting / 1e9)
        return files

    def recalled(self) -> tuple[CorpusRecords, bool]:
        """Read the records, and return whether all were in the ledger."""
        ledger = Ledger(self._ledger)
        records = read_records(self.walked(), ledger)
        is_recalled = not ledger._new
        ledger.save()
        return records, is_recalled

    def replace(self, path: str, old: str, new: str) -> None:
        """Change the text of a file."""
        target = self.folder / path
        text = target.read_text("utf-8")
        assert old in text
        target.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A corpus that has been read once."""
    found = Corpus(tmp_path)
    found.recalled()
    return found


def test_what_has_not_changed_is_not_read(corpus: Corpus) -> None:
    """The records are the same, and so are the faults."""
    expected = read_corpus(corpus.folder)

    assert (expected, True) == corpus.recalled()
    assert ["documents/b.toml:1: this is not TOML: Invalid value; mend the line or the one above it"] == [
        str(fault) for fault in expected.faults
    ]


def _touch_back(corpus: Corpus) -> None:
    path = corpus.folder / "documents" / "a.toml"
    times = path.stat()
    corpus.replace("documents/a.toml", "Making", "Mashed")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _swap(corpus: Corpus) -> None:
    one, two, three = (corpus.folder / "documents" / name for name in ("a.toml", "c.toml", "swap.tmp"))
    one.rename(three)
    two.rename(one)
    three.rename(two)


def _replace_by_link(corpus: Corpus) -> None:
    path = corpus.folder / "documents" / "c.toml"
    path.rename(path.with_suffix(".kept"))
    path.symlink_to(path.with_suffix(".kept").name)


CHANGES: dict[str, Callable[[Corpus], object]] = {
    "a record": lambda c: c.replace("documents/a.toml", "Making", "Having"),
    "a record of the same size and time": _touch_back,
    "a record mended": lambda c: (c.folder / "documents" / "b.toml").write_text(OTHER.replace("68/4", "68/5")),
    "a record spoilt": lambda c: c.replace("documents/c.toml", "kind", "kidn"),
    "a record gone": lambda c: (c.folder / "documents" / "c.toml").unlink(),
    "a record come": lambda c: (c.folder / "documents" / "d.toml").write_text(OTHER.replace("68/4", "68/5")),
    "a record twice": lambda c: (c.folder / "documents" / "d.toml").write_text(OTHER),
    "a record twice, before": lambda c: (c.folder / "documents" / "aa.toml").write_text(OTHER),
    "a record renamed": lambda c: (c.folder / "documents" / "a.toml").rename(c.folder / "documents" / "d.toml"),
    "a record elsewhere": lambda c: (c.folder / "documents" / "a.toml").rename(c.folder / "m" / "a.toml"),
    "two records swapped": _swap,
    "a link for a record": _replace_by_link,
    "a file longer": lambda c: (c.folder / "documents" / "a.txt").write_text("many words"),
    "a file gone": lambda c: (c.folder / "documents" / "a.txt").unlink(),
    "a file come": lambda c: (c.folder / "documents" / "b.txt").write_text("words"),
    "a name of a body": lambda c: c.replace("vocabulary/organizations.toml", '["UN/ECE"]', '["UN-ECE"]'),
    "a name lost": lambda c: c.replace("vocabulary/organizations.toml", 'aliases = ["UN/ECE"]', ""),
    "a vocabulary gone": lambda c: (c.folder / "vocabulary" / "organizations.toml").unlink(),
    "a series": lambda c: c.replace("vocabulary/series.toml", "coordination-meetings", "other-meetings"),
    "a meeting": lambda c: c.replace("m/meeting.toml", "Twelfth", "Best"),
    "a listed document": lambda c: c.replace("m/meeting.toml", "68/4", "68/5"),
    "nothing": lambda _: None,
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_seen(corpus: Corpus, name: str) -> None:
    """What is recalled and read is what is read without a ledger, twice."""
    CHANGES[name](corpus)
    first, _ = corpus.recalled()

    assert read_corpus(corpus.folder) == first
    assert (first, True) == corpus.recalled()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(sorted(CHANGES)), max_size=4, unique=True))
def test_any_changes_one_after_the_other_are_seen(names: list[str]) -> None:
    """Whatever can still be done of them is done."""
    with TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder))
        for name in names:
            corpus.recalled()
            with suppress(OSError, AssertionError):
                CHANGES[name](corpus)

        assert read_corpus(corpus.folder) == corpus.recalled()[0]


def test_a_file_of_a_time_to_come_is_always_read(corpus: Corpus) -> None:
    """Where the clocks do not agree, no state is believed."""
    files = corpus.walked()
    early = CorpusFiles(files.root, files.known, files.escaping, files.states, looked=0)

    assert [None] * len(files.states) == [early.mark(path) for path in files.states]
    assert 0 == early.unsettled()


def test_a_record_that_could_not_be_read_is_tried_again(corpus: Corpus, tmp_path: Path) -> None:
    """What the system refuses once it may grant the next time, and the file need not change for that."""
    files = corpus.walked()
    (corpus.folder / "documents" / "c.toml").rename(tmp_path / "c.toml")
    ledger = Ledger()
    refused = read_records(files, ledger)
    (tmp_path / "c.toml").rename(corpus.folder / "documents" / "c.toml")

    assert "documents/c.toml" in {fault.path for fault in refused.faults}
    assert not ledger.is_complete


@given(DOCUMENTS)
def test_any_document_is_recalled_as_it_was(document: Document) -> None:
    """Nothing of a record is lost in the ledger."""
    with TemporaryDirectory() as folder:
        reading = DocumentReading(document.id, document, named=("a",), asked={"a": "1 a"})
        file = Path(folder) / "ledger.sqlite"
        ledger = Ledger(file)
        Recollection(ledger).keep("a", "m", reading)
        ledger.save()

        assert reading == Recollection(Ledger(file)).recall(DocumentReading, "a", "m")
