"""Brings a table to the rows that it should hold, touching those alone that differ."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

Value = str | int | None
Row = tuple[Value, ...]


def replace_rows(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[Row]) -> None:
    """Let a table hold these rows and no others.

    Args:
        connection: With a transaction begun.
        table: Its name.
        width: How many of its first columns are the key; the rows of a key are replaced together.
        rows: All that it should hold.
    """
    wanted, held = list(rows), Counter(held_rows(connection, table))
    changed = {row[:width] for row, _ in Counter(wanted).items() ^ held.items()}
    if held:
        condition = " and ".join(f"{column} = ?" for column in _columns(connection, table)[:width])
        connection.executemany(f"delete from {table} where {condition}", changed)  # noqa: S608 - names of the schema
    if changed and wanted:
        new = (row for row in wanted if row[:width] in changed)
        marks = ",".join("?" * len(wanted[0]))
        connection.executemany(f"insert into {table} values ({marks})", new)  # noqa: S608 - as above


def held_rows(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield the rows of a table."""
    return connection.execute(f"select * from {table}")  # noqa: S608 - names of the schema


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"pragma table_info({table})")]
