"""Builds a generation beside the one that readers see, checks it and switches it in."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from indexer.catalogue import CatalogueContent, CitationRow, EntryRow, write_catalogue
from indexer.catalogue import schema as catalogue_schema
from indexer.citations import cited_in
from indexer.indexing.checks import KNOWN_QUERIES, check_generation
from indexer.indexing.entries import ENTRY_VERSION, PlannedEntry, with_text
from indexer.indexing.generations import Generations, Manifest, written_files
from indexer.indexing.plan import Plan
from indexer.indexing.previous import Previous
from indexer.indexing.progress import Progress
from indexer.indexing.suggestions import suggestion_rows
from indexer.language import ANALYZER_VERSION, tokens
from indexer.model.identifiers import DocumentId
from indexer.model.place import PlaceText
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine import FORMAT as INDEX_FORMAT
from indexer.search.whoosh_engine import WhooshWriter
from indexer.texts import TextStore

FORMAT: Final = (
    f"catalogue {catalogue_schema.VERSION}, index {INDEX_FORMAT}, analyzer {ANALYZER_VERSION}, entries {ENTRY_VERSION}"
)
"""All that decides whether a generation can be read and built upon."""


@dataclass(slots=True)
class _Built:
    """What building the index brought to light."""

    citations: list[CitationRow] = field(default_factory=list)
    sample: list[IndexEntry] = field(default_factory=list)


class GenerationBuilder:
    """Makes the next generation of a state folder."""

    def __init__(self, generations: Generations, store: TextStore, progress: Progress) -> None:
        self._generations = generations
        self._store = store
        self._progress = progress

    def build(self, plan: Plan, previous: Previous, now: Callable[[], datetime]) -> Manifest:
        """Build, check and switch in what is planned; on any error readers keep what they have."""
        with self._draft() as (generation, draft):
            if previous.folder:
                _link_tree(previous.folder / "index", draft / "index")
            built = self._write_index(plan, previous, draft / "index")
            self._write_catalogue(plan, built, draft, generation)
            self._progress.begin("Checking", 1)
            check_generation(draft / "index", generation, set(plan.wanted), built.sample)
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

    def _write_index(self, plan: Plan, previous: Previous, folder: Path) -> _Built:
        folder.mkdir(exist_ok=True)
        built = _Built()
        changed = {planned.key for planned in plan.add}
        for key in plan.wanted:
            if key not in changed:
                built.citations.extend(previous.citations.get(key, ()))
        if not plan.add and not plan.remove and previous.folder:
            return built
        self._progress.begin("Indexing", len(plan.add))
        with WhooshWriter(folder) as writer:
            for key in plan.remove:
                writer.remove(key)
            for planned in plan.add:
                entry = self._complete(planned, built)
                writer.add(entry)
                if len(built.sample) < KNOWN_QUERIES:
                    built.sample.append(entry)
                self._progress.advance()
        return built

    def _complete(self, planned: PlannedEntry, built: _Built) -> IndexEntry:
        file = planned.file
        if file is None or file.sha256 is None:
            return planned.entry
        body = self._store.places(file.sha256, file.reader)
        rows = citation_rows(planned.entry, body)
        built.citations.extend(rows)
        cites = tuple(dict.fromkeys(row.cited for row in rows))
        return with_text(planned, body, cites)

    def _write_catalogue(self, plan: Plan, built: _Built, draft: Path, generation: str) -> None:
        self._progress.begin("Writing the catalogue", 1)
        content = CatalogueContent(
            records=plan.records,
            parts=plan.parts,
            files=plan.files,
            citations=tuple(built.citations),
            entries=tuple(EntryRow(key, planned.fingerprint) for key, planned in plan.wanted.items()),
            suggestions=tuple(suggestion_rows(plan.records, plan.parts)),
            meta={"mark": plan.mark, "generation": generation, "program": plan.program},
        )
        path = draft / "catalogue.sqlite"
        write_catalogue(path, content, lambda text: (token.text for token in tokens(text)), plan.catalogue)
        self._progress.advance()


def citation_rows(entry: IndexEntry, body: tuple[PlaceText, ...]) -> list[CitationRow]:
    """Return where a version's text names other symbols."""
    own = entry.symbols[0] if entry.symbols else None
    return [
        CitationRow(
            DocumentId(entry.key.work), entry.key.language, DocumentId(found.symbol), found.place, found.sentence
        )
        for found in cited_in(body, own)
    ]


def _link_tree(source: Path, target: Path) -> None:
    target.mkdir()
    for path in source.iterdir():
        os.link(path, target / path.name)


def _same_files(draft: Path, previous: Path | None) -> set[str]:
    if previous is None:
        return set()
    names = (path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file())
    return {name for name in names if (previous / name).is_file() and (previous / name).samefile(draft / name)}
