"""What is measured: our engine and its peers. Each is imported only in the process that it is measured in."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol

from tests.bench.material import Answer, Paper, Question


class Engine(Protocol):
    """Something that indexes documents and answers questions.

    All of them search stemmed English words in title and body, keep positions and no texts, and write one commit.

    Attributes:
        version: Of the engine, for people.
    """

    version: str

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents into an empty folder, so that they are on the disk."""
        ...

    def open(self, folder: Path) -> None:
        """Make ready to answer."""
        ...

    def ask(self, question: Question) -> Answer:
        """Return the ten best documents."""
        ...

    def ask_counted(self, question: Question) -> Answer:
        """Return the ten best documents, how many match, and the exact counts of three facets over all of them."""
        ...


OURS: Final = "masthead"
MODULES: Final = {
    OURS: "masthead",
    "whoosh": "stock_whoosh",
    "fts5": "fts5",
    "tantivy": "tantivy_py",
    "xapian": "xapian_py",
}
"""The module of each engine."""

NAMES: Final = {
    OURS: "Masthead",
    "whoosh": "Whoosh",
    "fts5": "SQLite FTS5",
    "tantivy": "tantivy",
    "xapian": "Xapian",
}
"""What people call them."""


def engine(name: str) -> Engine:
    """Return an engine; ImportError where it is not installed."""
    made: Engine = import_module(f"tests.bench.engines.{MODULES[name]}").ENGINE()
    return made
