"""What is measured: our engine through its port, and SQLite FTS5 with the same facets by SQL."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, Protocol

from indexer.model.identifiers import Language, WorkId
from indexer.model.place import Place, PlaceKind, PlaceText
from indexer.model.querytree import And, ExactField, Facet, Node, Or, Phrase, Prefix, SearchQuery, Value, Word
from indexer.model.results import IndexEntry, IndexKey
from indexer.search.whoosh_engine import WhooshEngine, WhooshWriter
from tests.bench.synthetic import Kind, Paper, Question

FACETS: Final = (Facet.ORGANIZATION, Facet.YEAR, Facet.TOPIC)
EVERY_VALUE: Final = 1_000
WORDS_ON_A_PAGE: Final = 400


class Engine(Protocol):
    """Something that indexes documents and answers questions with ten hits and all counts of three facets."""

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents into an empty folder, so that they are on the disk."""
        ...

    def open(self, folder: Path) -> None:
        """Make ready to answer."""
        ...

    def ask(self, question: Question) -> int:
        """Answer a question and return how many documents match."""
        ...


class Masthead:
    """Our engine, with documents in English: words are stemmed, and kept as typed, too."""

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents in one commit."""
        with WhooshWriter(folder) as writer:
            for paper in papers:
                writer.add(_entry(paper))

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._engine = WhooshEngine.open(folder, "1")

    def ask(self, question: Question) -> int:
        """Search."""
        query = SearchQuery(tree=_tree(question), facets=FACETS, facet_size=EVERY_VALUE, seconds=None)
        return self._engine.search(query).total


def _entry(paper: Paper) -> IndexEntry:
    return IndexEntry(
        key=IndexKey(WorkId(f"paper-{paper.number}"), Language("en")),
        kind="report",
        title=paper.title,
        sort_title=paper.title,
        body=tuple(_pages(paper.body)),
        organizations=(paper.organization,),
        topics=tuple(paper.topics),
        year=paper.year,
        sort_date=paper.year * 10_000,
    )


def _pages(body: str) -> Iterator[PlaceText]:
    words = body.split(" ")
    for number, start in enumerate(range(0, len(words), WORDS_ON_A_PAGE), 1):
        place = Place(PlaceKind.PAGE, number, str(number))
        yield PlaceText(place, " ".join(words[start : start + WORDS_ON_A_PAGE]))


def _tree(question: Question) -> Node:
    words = tuple(Word(word) for word in question.words)
    match question.kind:
        case Kind.ALL_WORDS:
            return And(words)
        case Kind.ANY_WORD:
            return Or(words)
        case Kind.PHRASE | Kind.FREQUENT_PHRASE:
            return Phrase(question.words)
        case Kind.PREFIX:
            return Prefix(question.words[0])
        case Kind.FILTERED:
            return And((*words, Value(ExactField.ORGANIZATION, question.organization)))
        case _:
            return words[0]


class Fts5:
    """SQLite FTS5 with Porter's stems; texts are not kept, as our engine keeps none."""

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents in one transaction, with narrow tables for the facets."""
        with closing(sqlite3.connect(folder / "fts5.sqlite")) as connection:
            connection.executescript(_TABLES)
            with connection:
                for paper in papers:
                    connection.execute(
                        "insert into words(rowid, title, body) values (?, ?, ?)",
                        (paper.number, paper.title, paper.body),
                    )
                    connection.execute(
                        "insert into papers values (?, ?, ?)", (paper.number, paper.organization, paper.year)
                    )
                    connection.executemany(
                        "insert into topics values (?, ?)", ((paper.number, one) for one in paper.topics)
                    )
            connection.executescript("insert into words(words) values ('optimize'); analyze;")

    def open(self, folder: Path) -> None:
        """Connect."""
        self._connection = sqlite3.connect(folder / "fts5.sqlite")
        self._connection.executescript(
            "pragma cache_size = -65536; pragma temp_store = memory; create temp table hits (id integer primary key);"
        )

    def ask(self, question: Question) -> int:
        """Rank ten hits, then gather all and count."""
        values = (_match(question), question.organization)
        self._connection.execute(_BEST, values).fetchall()
        self._connection.execute("delete from hits")
        self._connection.execute(_ALL, values)
        for count in _COUNTS:
            self._connection.execute(count).fetchall()
        return int(self._connection.execute("select count(*) from hits").fetchone()[0])


_TABLES: Final = """
create virtual table words using fts5(title, body, content='', tokenize='porter unicode61');
create table papers (id integer primary key, organization text not null, year integer not null);
create table topics (id integer not null, topic text not null, primary key (id, topic)) without rowid;
create index papers_by_organization on papers (organization);
"""
_FOUND: Final = """from words where words match ?1
    and (?2 = '' or rowid in (select id from papers where organization = ?2))"""
_BEST: Final = f"select rowid, bm25(words) {_FOUND} order by rank limit 10"
_ALL: Final = f"insert into hits select rowid {_FOUND}"
_COUNTS: Final = (
    "select organization, count(*) from hits join papers using (id) group by 1 order by 2 desc",
    "select year, count(*) from hits join papers using (id) group by 1 order by 2 desc",
    "select topic, count(*) from hits join topics using (id) group by 1 order by 2 desc",
)


def _match(question: Question) -> str:
    quoted = [f'"{word}"' for word in question.words]
    match question.kind:
        case Kind.ANY_WORD:
            return " OR ".join(quoted)
        case Kind.PHRASE | Kind.FREQUENT_PHRASE:
            return f'"{" ".join(question.words)}"'
        case Kind.PREFIX:
            return f"{quoted[0]}*"
        case _:
            return " AND ".join(quoted)


ENGINES: Final[dict[str, type[Engine]]] = {"masthead": Masthead, "fts5": Fts5}
