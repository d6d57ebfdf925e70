"""Processes that make segments side by side; one that fails, fails the run, so that no document is ever lost."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, NamedTuple

from indexer.catalogue import CitationRow, FileRecord
from indexer.indexing.completing import completed
from indexer.indexing.progress import Progress
from indexer.model.errors import ArchiveError
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine import IndexFolder, SegmentBuilder, SegmentEntry
from indexer.texts import TextStore

Task = tuple[IndexEntry, FileRecord | None]
"""An entry without its text, and the file that has it."""

TASKS_AT_ONCE: Final = 32
"""So few that the processes end at about the same time, so many that handing them out takes none."""

_SECONDS_TO_END: Final = 10


class WorkerFailedError(ArchiveError):
    """A process that made segments has failed; readers go on with the generation they have."""


class Built(NamedTuple):
    """What the processes have made."""

    segments: tuple[SegmentEntry, ...]
    citations: tuple[CitationRow, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where segments are made, and with how much.

    Attributes:
        index: The folder of the index.
        texts: The folder of the texts.
        memory: How many bytes all processes together use, about.
    """

    index: Path
    texts: Path
    memory: int

    def build(self, tasks: Sequence[Task], prefixes: Sequence[str], progress: Progress) -> Built:
        """Make segments of entries, in as many processes as there are prefixes for the names of their files.

        Raises:
            WorkerFailedError: A process died, or met with an error.
        """
        rows: list[CitationRow] = []
        segments: list[SegmentEntry] = []
        shares = iter([tasks[start : start + TASKS_AT_ONCE] for start in range(0, len(tasks), TASKS_AT_ONCE)])
        with ExitStack() as started:
            busy = [started.enter_context(self._worker(prefix, len(prefixes))) for prefix in prefixes]
            for worker in busy:
                worker.send(next(shares, ()))
            while busy:
                for worker in [one for one in wait(busy) if isinstance(one, Connection)]:
                    answer = _answer(worker)
                    if isinstance(answer, _Finished):
                        segments.extend(answer.segments)
                        busy.remove(worker)
                        continue
                    rows.extend(answer.citations)
                    progress.advance(answer.done)
                    worker.send(next(shares, ()))
        return Built(tuple(segments), tuple(rows))

    @contextmanager
    def _worker(self, prefix: str, workers: int) -> Iterator[Connection]:
        """Start a process and give what leads to it; end it in any case."""
        context = get_context("spawn")  # a fork would inherit locks that other threads hold
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self, prefix, self.memory // workers), daemon=True)
        process.start()
        theirs.close()
        try:
            yield ours
        finally:
            ours.close()
            _end(process)


class _Done(NamedTuple):
    done: int
    citations: list[CitationRow]


class _Finished(NamedTuple):
    segments: list[SegmentEntry]


def _answer(worker: Connection) -> _Done | _Finished:
    try:
        answer = worker.recv()
    except (EOFError, OSError) as error:
        raise WorkerFailedError(
            "A process that built the index was ended from outside, perhaps for want of memory: "
            "set MASTHEAD_INDEX_MEMORY or MASTHEAD_PROCESSES lower and run masthead index again."
        ) from error
    if isinstance(answer, str):
        raise WorkerFailedError(f"The index could not be built: {answer}")
    assert isinstance(answer, _Done | _Finished)
    return answer


def _end(process: BaseProcess) -> None:
    process.join(_SECONDS_TO_END)
    if process.is_alive():
        process.kill()
        process.join()


def _work(parent: Connection, workshop: Workshop, prefix: str, memory: int) -> None:
    """Put entries into segments until there are no more; an error is told, and ends it."""
    try:
        builder = SegmentBuilder(IndexFolder(workshop.index), prefix, memory)
        store = TextStore(workshop.texts)
        while tasks := parent.recv():
            rows: list[CitationRow] = []
            for entry, file in tasks:
                complete, citations = completed(entry, file, store)
                builder.add(complete)
                rows.extend(citations)
            parent.send(_Done(len(tasks), rows))
        parent.send(_Finished(builder.finish()))
    except (EOFError, BrokenPipeError):
        return  # whoever waited has gone
    except Exception as error:  # noqa: BLE001  # whatever it is, the run has to know
        parent.send(str(error) if isinstance(error, ArchiveError) else f"{type(error).__name__}: {error}")
