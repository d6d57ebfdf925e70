"""Indexes in folders, for looking at what stands behind an engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.model.querytree import Node
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine import WhooshEngine, WhooshWriter
from tests.contract.builders import a_query, an_entry, works

WATER = (
    an_entry("a", body="water and air", title="Report on water"),
    an_entry("b", body="water alone", organizations=("who",)),
    an_entry("c", "fr", body="l'eau", names=("Csaba Kőrösi",)),
)


def write(folder: Path, *entries: IndexEntry) -> Path:
    """Put entries into the index in a folder, in one commit."""
    folder.mkdir(exist_ok=True)
    with WhooshWriter(folder) as writer:
        for entry in entries:
            writer.add(entry)
    return folder


@contextmanager
def opened(folder: Path) -> Iterator[WhooshEngine]:
    """Open the index in a folder."""
    engine = WhooshEngine.open(folder, "1")
    try:
        yield engine
    finally:
        engine.close()


def found(folder: Path, tree: Node | str) -> list[str]:
    """Return the works that the index in a folder finds, in the order of their ids."""
    with opened(folder) as engine:
        return sorted(works(engine.search(a_query(tree, size=1_000))))
