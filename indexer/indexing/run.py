"""One run: compares the corpus with the current generation and, where they differ, builds and switches in the next."""

import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, sleep

import indexer
from indexer.catalogue import Catalogue, FileState
from indexer.catalogue.codec import from_json, to_json
from indexer.corpus.checksums import ChecksumCache
from indexer.corpus.files import CorpusFiles, walk
from indexer.corpus.ledger import LEDGER_FILE, Ledger
from indexer.indexing.build import FORMAT, ONE_PROCESS, GenerationBuilder, Means
from indexer.indexing.generations import DamagedError, Generations
from indexer.indexing.lock import RunLock
from indexer.indexing.originals import Originals
from indexer.indexing.plan import Plan, make_plan
from indexer.indexing.previous import Previous, load_previous
from indexer.indexing.program import program_mark
from indexer.indexing.progress import Progress
from indexer.indexing.report import RunReport
from indexer.indexing.signs import OUTCOME_FILE, signs
from indexer.indexing.survey import Surveyor
from indexer.indexing.texts import StoredTexts
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
        means: Means = ONE_PROCESS,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._corpus = corpus
        self._state = state
        self._progress = progress
        self._means = means
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
            report = self._brought_up_to_date()
        return replace(report, seconds=perf_counter() - started)

    def _brought_up_to_date(self) -> RunReport:
        files = walk(self._corpus)
        texts = StoredTexts(self._state / "texts")
        program = program_mark(Path(indexer.__path__[0]), sys.path)
        outcomes = Ledger(self._state / OUTCOME_FILE, program)
        outcome = outcomes.recall("outcome", signs(files, self._state, texts.states))
        if outcome:
            return from_json(RunReport, outcome)
        sleep(files.unsettled() / 1e9)
        ledger = Ledger(self._state / LEDGER_FILE, program)
        report = self._compared(files, texts, ledger)
        whole = texts.settled() if ledger.is_complete else None
        if whole is not None:
            outcomes.keep("outcome", signs(files, self._state, whole), to_json(report.repeated()))
            outcomes.save()
        return report

    def _compared(self, files: CorpusFiles, texts: StoredTexts, ledger: Ledger) -> RunReport:
        self._recover()
        previous = load_previous(self._generations, FORMAT, ledger)
        if previous.unusable:
            self._progress.warn(f"Everything is built anew: {previous.unusable}")
        originals = Originals(self._store, self._means.processes, self._progress)
        self._progress.begin("Reading records", 1)
        survey = Surveyor(files, ledger, texts).survey(originals, lambda: ChecksumCache(self._state))
        plan = make_plan(survey, previous, ledger)
        ledger.save()
        generation = previous.generation or ""
        if plan.is_needed:
            generation = self._build(plan, previous, texts)
            self._vouch(generation, ledger)
        return _report(plan, previous, generation, extracted=len(originals.extracted))

    def _vouch(self, generation: str, ledger: Ledger) -> None:
        """Note that the files of a generation are as they were just written; the next run need not read them."""
        for _ in self._generations.faults(generation, thorough=False, ledger=ledger):
            continue  # the next run finds it again, and says so
        ledger.save()

    def _recover(self) -> None:
        if self._generations.current() is None and (found := self._generations.recover()):
            self._progress.warn(f"It was not known which generation readers see: generation {found} is whole and used.")

    def _build(self, plan: Plan, previous: Previous, texts: StoredTexts) -> str:
        builder = GenerationBuilder(self._generations, self._store, self._progress, self._means)
        manifest = builder.build(plan, previous, self._now)
        self._discard_texts(texts)
        return manifest.generation

    def _discard_texts(self, texts: StoredTexts) -> None:
        """Discard the texts that no generation names, and with them one that nobody could go back to."""
        named: set[tuple[Sha256, str]] = set()
        for generation in self._generations.kept():
            try:
                named |= self._texts_of(generation)
            except ArchiveError:
                self._generations.discard(generation)
        if texts.holds_others(named):
            self._store.discard_all_but(named)

    def _texts_of(self, generation: str) -> set[tuple[Sha256, str]]:
        fault = next(self._generations.faults(generation, thorough=False), None)
        if fault:
            raise DamagedError(fault)
        with closing(Catalogue(self._generations.folder(generation) / "catalogue.sqlite")) as catalogue:
            return set(catalogue.texts())


def _report(plan: Plan, previous: Previous, generation: str, *, extracted: int) -> RunReport:
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
        seconds=0.0,
    )
