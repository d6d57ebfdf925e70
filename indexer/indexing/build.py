"""Builds a generation beside the one that readers see, checks it and switches it in."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final, NamedTuple

from indexer.catalogue import CatalogueContent, CitationRow, EntryRow, write_catalogue
from indexer.catalogue import schema as catalogue_schema
from indexer.indexing.checks import KNOWN_QUERIES, check_generation
from indexer.indexing.completing import completed
from indexer.indexing.entries import ENTRY_VERSION
from indexer.indexing.generations import Generations, Manifest, written_files
from indexer.indexing.plan import Plan
from indexer.indexing.previous import Previous
from indexer.indexing.progress import Progress
from indexer.indexing.suggestions import suggestion_rows
from indexer.indexing.workers import Workshop
from indexer.language import ANALYZER_VERSION, tokens
from indexer.search.whoosh_engine import FORMAT as INDEX_FORMAT
from indexer.search.whoosh_engine import WhooshWriter
from indexer.texts import TextStore

FORMAT: Final = (
    f"catalogue {catalogue_schema.VERSION}, index {INDEX_FORMAT}, analyzer {ANALYZER_VERSION}, entries {ENTRY_VERSION}"
)
"""All that decides whether a generation can be read and built upon."""


FEWEST_FOR_PROCESSES: Final = 500
"""Fewer entries are indexed sooner than processes have started."""


class Means(NamedTuple):
    """What may be used: how many processes, and how many bytes of memory for building the index, about."""

    processes: int
    memory: int


ONE_PROCESS: Final = Means(processes=1, memory=768 << 20)


class GenerationBuilder:
    """Makes the next generation of a state folder."""

    def __init__(self, generations: Generations, store: TextStore, progress: Progress, means: Means) -> None:
        self._generations = generations
        self._store = store
        self._progress = progress
        self._processes, self._memory = means

    def build(self, plan: Plan, previous: Previous, now: Callable[[], datetime]) -> Manifest:
        """Build, check and switch in what is planned; on any error readers keep what they have."""
        with self._draft() as (generation, draft):
            if previous.folder:
                _link_tree(previous.folder / "index", draft / "index")
            citations = self._write_index(plan, previous, draft / "index")
            self._write_catalogue(plan, citations, draft, generation)
            self._progress.begin("Checking", 1)
            sample = [planned.entry for planned in plan.add[:KNOWN_QUERIES]]
            check_generation(draft / "index", generation, set(plan.wanted), sample)
            known = previous.manifest.files if previous.manifest else {}
            manifest = Manifest(
                generation=generation,
                built=now().isoformat(timespec="seconds"),
                program=version("masthead"),
                format=FORMAT,
                documents=sum(document.removal is None for document in plan.records.documents.values()),
                entries=len(plan.wanted),
                files=written_files(draft, known, _same_files(draft, previous.folder)),
            )
            self._generations.finish(draft, manifest)
            self._progress.advance()
        self._generations.discard_old()
        return manifest

    @contextmanager
    def _draft(self) -> Iterator[tuple[str, Path]]:
        generation, draft = self._generations.begin()
        try:
            yield generation, draft
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise

    def _write_index(self, plan: Plan, previous: Previous, folder: Path) -> list[CitationRow]:
        """Write the index and return where all texts of the generation name other symbols."""
        folder.mkdir(exist_ok=True)
        changed = {planned.key for planned in plan.add}
        citations = [row for key in plan.wanted if key not in changed for row in previous.citations.get(key, ())]
        if not plan.add and not plan.remove and previous.folder:
            return citations
        self._progress.begin("Indexing", len(plan.add))
        with WhooshWriter(folder, self._memory) as writer:
            for key in plan.remove:
                writer.remove(key)
            if self._processes > 1 and len(plan.add) >= FEWEST_FOR_PROCESSES:
                citations.extend(self._add_side_by_side(plan, writer, folder))
            else:
                citations.extend(self._add(plan, writer))
        return citations

    def _add(self, plan: Plan, writer: WhooshWriter) -> Iterator[CitationRow]:
        for planned in plan.add:
            entry, rows = completed(planned.entry, planned.file, self._store)
            writer.add(entry)
            self._progress.advance()
            yield from rows

    def _add_side_by_side(self, plan: Plan, writer: WhooshWriter, folder: Path) -> tuple[CitationRow, ...]:
        prefixes = [writer.prefix(number) for number in range(self._processes)]
        tasks = [(planned.entry, planned.file) for planned in plan.add]
        built = Workshop(folder, self._store.folder, self._memory).build(tasks, prefixes, self._progress)
        writer.adopt(built.segments, (planned.key for planned in plan.add))
        return built.citations

    def _write_catalogue(self, plan: Plan, citations: list[CitationRow], draft: Path, generation: str) -> None:
        self._progress.begin("Writing the catalogue", 1)
        content = CatalogueContent(
            records=plan.records,
            parts=plan.parts,
            files=plan.files,
            citations=tuple(citations),
            entries=tuple(EntryRow(key, planned.fingerprint) for key, planned in plan.wanted.items()),
            suggestions=tuple(suggestion_rows(plan.records, plan.parts)),
            meta={"mark": plan.mark, "generation": generation, "program": plan.program},
        )
        path = draft / "catalogue.sqlite"
        write_catalogue(path, content, lambda text: (token.text for token in tokens(text)), plan.catalogue)
        self._progress.advance()


def _link_tree(source: Path, target: Path) -> None:
    target.mkdir()
    for path in source.iterdir():
        os.link(path, target / path.name)


def _same_files(draft: Path, previous: Path | None) -> set[str]:
    if previous is None:
        return set()
    names = (path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file())
    return {name for name in names if (previous / name).is_file() and (previous / name).samefile(draft / name)}
