"""Holds the links upwards between authority records to what exists and to what ends."""

from collections.abc import Iterator, Mapping

from indexer.corpus.faults import nearest_of, unknown
from indexer.corpus.tables import Table


class Hierarchy:
    """Records and what stands above each, with the ids that they have absorbed."""

    def __init__(self, above: Mapping[str, tuple[str, ...]], merged: Mapping[str, str]) -> None:
        self._above = above
        self._merged = merged

    def links(self, record: str, table: Table, key: str) -> Iterator[str]:
        """Give the ids above a record; one that is not known or that leads back to the record is noted instead."""
        for written in self._above[record]:
            target = self._home(written)
            if target not in self._above:
                nearest = nearest_of(written, self._above)
                table.light(key, unknown(key, written, nearest, "write the id of a record of this file"), written)
            elif record in self._lineage(target):
                table.light(key, f"{key} '{written}' leads back to '{record}'; take one of the links away", written)
            else:
                yield target

    def _home(self, value: str) -> str:
        return value if value in self._above else self._merged.get(value, value)

    def _lineage(self, start: str) -> set[str]:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(self._home(value) for value in self._above.get(current, ()))
        return found
