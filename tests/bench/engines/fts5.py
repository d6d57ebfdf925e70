"""SQLite FTS5 with Porter's stems, and the facets by SQL from narrow tables."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.bench.material import FACETS, HITS, Answer, Kind, Paper, Question


class Fts5:
    """Ranks by bm25, which FTS5 works out for every match."""

    version = sqlite3.sqlite_version

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents in one transaction and merge them into one segment."""
        with closing(sqlite3.connect(folder / "fts5.sqlite")) as connection:
            connection.executescript(_TABLES)
            with connection:
                for paper in papers:
                    _insert(connection, paper)
            connection.executescript("insert into words(words) values ('optimize'); analyze;")

    def open(self, folder: Path) -> None:
        """Connect."""
        self._connection = sqlite3.connect(folder / "fts5.sqlite")
        self._connection.executescript(
            "pragma cache_size = -65536; pragma temp_store = memory; create temp table hits (id integer primary key);"
        )

    def ask(self, question: Question) -> Answer:
        """Rank ten hits."""
        found = self._connection.execute(_BEST, (_match(question), question.organization))
        return Answer([number for (number,) in found])

    def ask_counted(self, question: Question) -> Answer:
        """Rank ten hits, then gather all and count."""
        best = self.ask(question).best
        self._connection.execute("delete from hits")
        self._connection.execute(_ALL, (_match(question), question.organization))
        (total,) = self._connection.execute("select count(*) from hits").fetchone()
        counts = {name: {str(value): n for value, n in self._connection.execute(_COUNTS[name])} for name in FACETS}
        return Answer(best, total, counts)


def _insert(connection: sqlite3.Connection, paper: Paper) -> None:
    connection.execute(
        "insert into words(rowid, title, body) values (?, ?, ?)", (paper.number, paper.title, paper.body)
    )
    connection.execute("insert into papers values (?, ?, ?)", (paper.number, paper.organization, paper.year))
    connection.executemany("insert into topics values (?, ?)", ((paper.number, one) for one in paper.topics))


_TABLES: Final = """
create virtual table words using fts5(title, body, content='', tokenize='porter unicode61');
create table papers (id integer primary key, organization text not null, year integer not null);
create table topics (id integer not null, topic text not null, primary key (id, topic)) without rowid;
create index papers_by_organization on papers (organization);
"""
_FOUND: Final = """from words where words match ?1
    and (?2 = '' or rowid in (select id from papers where organization = ?2))"""
_BEST: Final = f"select rowid {_FOUND} order by rank limit {HITS}"
_ALL: Final = f"insert into hits select rowid {_FOUND}"
_TABLE_OF: Final = {"organization": "papers", "year": "papers", "topic": "topics"}
_COUNTS: Final = {
    name: f"select {name}, count(*) from hits join {table} using (id) group by 1 order by 2 desc, 1 limit {HITS}"
    for name, table in _TABLE_OF.items()
}


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


ENGINE = Fts5
