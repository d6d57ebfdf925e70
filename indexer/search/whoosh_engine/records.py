"""What the index keeps of an entry beside its words, as one line of JSON."""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from indexer.model.identifiers import Language, WorkId
from indexer.model.querytree import UNDATED_YEAR, ExactField, Facet
from indexer.model.results import IndexEntry, IndexKey

VALUE_FIELDS: Final = (*ExactField, Facet.YEAR)
"""The fields of ids, each with any number of values."""


class Record(NamedTuple):
    """An entry without its words.

    Attributes:
        values: For each of VALUE_FIELDS, in their order.
    """

    work: str
    language: str
    sort_title: str
    sort_date: int
    values: list[list[str]]

    @property
    def key(self) -> IndexKey:
        """The key of the entry."""
        return IndexKey(WorkId(self.work), Language(self.language))


def record_of(entry: IndexEntry) -> Record:
    """Return what is kept of an entry beside its words."""
    values: dict[str, Iterable[str]] = {
        ExactField.SYMBOL: entry.symbols,
        ExactField.ORGANIZATION: entry.organizations,
        ExactField.PERSON: entry.people,
        ExactField.TOPIC: entry.topics,
        ExactField.KIND: (entry.kind,),
        ExactField.MEETING: entry.meetings,
        ExactField.LANGUAGE: (entry.key.language,),
        ExactField.AGENDA_ITEM: entry.agenda_items,
        ExactField.CITES: entry.cites,
        Facet.YEAR: (UNDATED_YEAR if entry.year is None else f"{entry.year:04d}",),
    }
    return Record(
        work=entry.key.work,
        language=entry.key.language,
        sort_title=entry.sort_title,
        sort_date=entry.sort_date,
        values=[list(dict.fromkeys(values[name])) for name in VALUE_FIELDS],
    )


def to_bytes(record: Record) -> bytes:
    """Return the record for keeping."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(lines: Iterable[bytes]) -> list[Record]:
    """Return kept records; one reading of them all is many times quicker than one of each."""
    return [Record(*fields) for fields in json.loads(b"[" + b",".join(lines) + b"]")]
