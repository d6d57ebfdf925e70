"""The generation that a run builds upon, where there is one that can be."""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from indexer.catalogue import Catalogue, CitationRow
from indexer.corpus.ledger import Ledger
from indexer.indexing.generations import DamagedError, Generations, Manifest
from indexer.model.errors import ArchiveError
from indexer.model.results import IndexKey


@dataclass(frozen=True, slots=True)
class Previous:
    """What is known of the generation that readers see.

    Attributes:
        generation: None where there is none to build upon.
        catalogue: That of the generation, where the same program wrote it.
        unusable: Why the current one is not built upon; None where it is, or where there is none.
        citations: Those of each index document that has any.
    """

    generation: str | None = None
    folder: Path | None = None
    catalogue: Path | None = None
    manifest: Manifest | None = None
    mark: str | None = None
    fingerprints: Mapping[IndexKey, str] = field(default_factory=dict)
    citations: Mapping[IndexKey, tuple[CitationRow, ...]] = field(default_factory=dict)
    unusable: str | None = None


def load_previous(generations: Generations, wanted_format: str, ledger: Ledger) -> Previous:
    """Return the current generation, or why it cannot be built upon.

    Args:
        generations: Those of the state folder.
        wanted_format: That of a generation that can be built upon.
        ledger: Knows which files of the generation were read; the others are.
    """
    current = generations.current()
    if current is None:
        return Previous()
    try:
        return _load(generations, current, wanted_format, ledger)
    except ArchiveError as error:
        return Previous(unusable=str(error))


def _load(generations: Generations, current: str, wanted_format: str, ledger: Ledger) -> Previous:
    manifest = generations.manifest(current)
    if manifest.format != wanted_format:
        return Previous(unusable="the archive was indexed by another version of Masthead")
    fault = next(generations.faults(current, thorough=True, ledger=ledger), None)
    if fault:
        raise DamagedError(fault)
    folder = generations.folder(current)
    path = folder / "catalogue.sqlite"
    with closing(Catalogue(path)) as catalogue:
        return Previous(
            generation=current,
            folder=folder,
            catalogue=path if catalogue.meta("program") == ledger.program else None,
            manifest=manifest,
            mark=catalogue.meta("mark"),
            fingerprints={row.key: row.fingerprint for row in catalogue.entries()},
            citations=_by_key(catalogue),
        )


def _by_key(catalogue: Catalogue) -> dict[IndexKey, tuple[CitationRow, ...]]:
    found: defaultdict[IndexKey, list[CitationRow]] = defaultdict(list)
    for row in catalogue.citations():
        found[row.key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}
