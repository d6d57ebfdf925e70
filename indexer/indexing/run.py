"""One run: compares the corpus with the current generation and, where they differ, builds and switches in the next."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from indexer.catalogue import Catalogue, FileRecord, FileState
from indexer.corpus import read_corpus
from indexer.corpus.checksums import ChecksumCache
from indexer.indexing.build import FORMAT, GenerationBuilder
from indexer.indexing.generations import DamagedError, Generations
from indexer.indexing.lock import RunLock
from indexer.indexing.originals import Checked, Originals, recorded_files
from indexer.indexing.plan import Plan, make_plan
from indexer.indexing.previous import Previous, load_previous
from indexer.indexing.progress import Progress
from indexer.indexing.report import RunReport
from indexer.model.archive import CorpusRecords
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import Sha256
from indexer.texts import TextStore


class CorpusMissingError(ArchiveError):
    """There is no folder to index."""


class IndexingRun:
    """Brings one state folder up to date with one corpus."""

    def __init__(
        self,
        corpus: Path,
        state: Path,
        progress: Progress,
        *,
        processes: int = 0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._corpus = corpus
        self._state = state
        self._progress = progress
        self._processes = processes or os.cpu_count() or 1
        self._now = now
        self._generations = Generations(state)
        self._store = TextStore(state / "texts")

    def run(self) -> RunReport:
        """Do what has changed, or nothing.

        Raises:
            LockHeldError: Another run is at work.
            CorpusMissingError: The corpus folder does not exist.
            CheckFailedError: The new generation is not right; readers keep the old one.
        """
        if not self._corpus.is_dir():
            raise CorpusMissingError(f"There is no folder {self._corpus}: set MASTHEAD_CORPUS to the archive's files.")
        started = perf_counter()
        with RunLock(self._state / "index.lock", self._now()):
            self._recover()
            previous = load_previous(self._generations, FORMAT)
            if previous.unusable:
                self._progress.warn(f"Everything is built anew: {previous.unusable}")
            records, files, extracted = self._survey()
            plan = make_plan(records, files, previous)
            generation = previous.generation or ""
            if plan.is_needed:
                generation = self._build(plan, previous)
        return _report(plan, previous, generation, extracted=extracted, seconds=perf_counter() - started)

    def _recover(self) -> None:
        if self._generations.current() is None and (found := self._generations.recover()):
            self._progress.warn(f"It was not known which generation readers see: generation {found} is whole and used.")

    def _survey(self) -> tuple[CorpusRecords, tuple[FileRecord, ...], int]:
        self._progress.begin("Reading records", 1)
        records = read_corpus(self._corpus)
        self._progress.advance()
        files: list[FileRecord] = []
        checked: list[Checked] = []
        checksums = ChecksumCache(self._state)
        for record in recorded_files(records):
            outcome = self._check(record, checksums)
            if isinstance(outcome, Checked):
                checked.append(outcome)
            else:
                files.append(outcome)
        checksums.save()
        originals = Originals(self._corpus, self._store, self._processes, self._progress)
        files.extend(originals.read(checked))
        return records, tuple(sorted(files, key=lambda file: file.path)), originals.extracted

    def _check(self, record: FileRecord, checksums: ChecksumCache) -> FileRecord | Checked:
        if record.state is FileState.UNLISTED:
            return record
        path = self._corpus / record.path
        try:
            found, size = checksums.checksum(path), path.stat().st_size
        except FileNotFoundError:
            return replace(record, state=FileState.MISSING, reason="is missing: put it back or edit its record")
        except OSError as error:
            reason = f"cannot be read ({error.strerror}): let the program read it, or put back a sound copy"
            return replace(record, state=FileState.MISSING, reason=reason)
        if record.sha256 and found != record.sha256:
            reason = "is not what its record's checksum says, damaged or replaced: see masthead verify"
            return replace(record, state=FileState.DAMAGED, reason=reason)
        return Checked(record, path, found, size)

    def _build(self, plan: Plan, previous: Previous) -> str:
        builder = GenerationBuilder(self._generations, self._store, self._progress)
        manifest = builder.build(plan, previous, self._now)
        self._discard_texts()
        return manifest.generation

    def _discard_texts(self) -> None:
        """Discard the texts that no generation names, and with them one that nobody could go back to."""
        named: set[tuple[Sha256, str]] = set()
        for generation in self._generations.kept():
            try:
                named |= self._texts_of(generation)
            except ArchiveError:
                self._generations.discard(generation)
        self._store.discard_all_but(named)

    def _texts_of(self, generation: str) -> set[tuple[Sha256, str]]:
        fault = next(self._generations.faults(generation, thorough=False), None)
        if fault:
            raise DamagedError(fault)
        with closing(Catalogue(self._generations.folder(generation) / "catalogue.sqlite")) as catalogue:
            return {(file.sha256, file.reader) for file in catalogue.files() if file.sha256 and file.reader}


def _report(plan: Plan, previous: Previous, generation: str, *, extracted: int, seconds: float) -> RunReport:
    unread = {FileState.FAILED, FileState.MISSING, FileState.DAMAGED}
    return RunReport(
        generation=generation,
        changed=plan.is_needed,
        extracted=extracted,
        added=len(plan.add),
        removed=len(plan.remove),
        documents=sum(document.removal is None for document in plan.records.documents.values()),
        entries=len(plan.wanted),
        failed=tuple(file for file in plan.files if file.state in unread),
        noted=tuple(file for file in plan.files if file.notes),
        unlisted=tuple(file.path for file in plan.files if file.state is FileState.UNLISTED),
        faults=plan.records.faults,
        rebuilt=previous.unusable,
        seconds=seconds,
    )
