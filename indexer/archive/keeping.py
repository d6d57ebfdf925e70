"""The keepers' door: one keeper at a time changes the corpus, and every record is checked before it is written."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from indexer.archive.checking import RecordCheck
from indexer.corpus import RecordError, read_corpus
from indexer.corpus.atomic import write_atomically
from indexer.corpus.checksums import sha256_of
from indexer.corpus.writing import CorpusWriter, corpus_writer
from indexer.model.archive import CorpusRecords
from indexer.model.identifiers import Sha256
from indexer.texts import TextStore

Change = Callable[[str], str]
"""Makes the new text of a record from the old one."""


@dataclass(frozen=True)
class Keeper:
    """Where the corpus and the state of an archive are, and the time.

    Attributes:
        command: What is being done, such as `masthead add`; whoever finds the corpus held is told it.
        processes: How many files are read at once.
    """

    corpus: Path
    state: Path
    command: str
    processes: int
    now: Callable[[], dt.datetime]

    @cached_property
    def records(self) -> CorpusRecords:
        """Everything that the corpus says, as it was when it was first asked for.

        Raises:
            RecordError: There is no corpus folder.
        """
        return read_corpus(self.corpus)

    @cached_property
    def texts(self) -> TextStore:
        """The store that `masthead index` reads from, so that what is read here need not be read again."""
        return TextStore(self.state / "texts")

    @property
    def today(self) -> dt.date:
        """The day that is written into records."""
        return self.now().date()

    @contextmanager
    def writing(self) -> Iterator["Desk"]:
        """Hold the corpus while records are changed.

        Raises:
            CorpusLockedError: Somebody else is writing; the message says who.
        """
        with corpus_writer(self.corpus, self.state, self.command, self.now()) as writer:
            yield Desk(self.corpus, writer, RecordCheck(self.corpus, read_corpus(self.corpus)))


class Desk:
    """What changes a corpus that is held; all paths are relative to it."""

    def __init__(self, corpus: Path, writer: CorpusWriter, check: RecordCheck) -> None:
        self._corpus = corpus
        self._check = check
        self._writer = writer

    @property
    def records(self) -> CorpusRecords:
        """What the corpus said when it was taken."""
        return self._check.records

    def copy(self, source: Path, path: str, sha256: Sha256) -> None:
        """Copy a file into the corpus, to a place where there is none.

        Raises:
            RecordError: It cannot be copied, or the copy is not the file that was read.
        """
        self._writer.add_original(source, path)
        if sha256_of(self._corpus / path) != sha256:
            (self._corpus / path).unlink()
            raise RecordError(f"{source} was changed while it was taken in: run the command again.")

    def text(self, path: str) -> str:
        """Return a record as it is written."""
        return (self._corpus / path).read_text("utf-8-sig")

    def text_or_nothing(self, path: str) -> str:
        """Return a record as it is written; empty where there is none."""
        return self.text(path) if (self._corpus / path).exists() else ""

    def refresh(self) -> None:
        """Read the corpus again, after a change that other records are checked against."""
        self._check = RecordCheck(self._corpus, read_corpus(self._corpus))

    def check(self, path: str, text: str) -> None:
        """Let a good record pass.

        Raises:
            WrongRecordError: It would be left out by the next run; the message says why.
        """
        self._check.refuse_faults(path, text)

    def put(self, path: str, text: str) -> None:
        """Write a record, new or not, if it is a good one; raises as `check` does, and has then written nothing."""
        self.check(path, text)
        write_atomically(self._corpus / path, text.encode())

    def change(self, path: str, *changes: Change) -> None:
        """Put the changed text of a record in its place; raises as `put` does."""
        text = before = self.text(path)
        for change in changes:
            text = change(text)
        if text != before:
            self.put(path, text)
