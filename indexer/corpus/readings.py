"""What reading a record gave, and all that it depended on beside the record itself."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

from indexer.corpus.ledger import Ledger
from indexer.model.archive import RecordFault
from indexer.model.authority import Vocabulary
from indexer.model.document import Document
from indexer.model.identifiers import DocumentId, SeriesId
from indexer.model.meeting import Meeting, Series

_Read = TypeVar("_Read", bound=Hashable)


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What the record of a document gave.

    Attributes:
        claimed: The id that it claims, be it good or not.
        named: The files that it names.
        asked: What it learned of each path that it asked for.
    """

    claimed: DocumentId | None
    document: Document | None
    faults: tuple[RecordFault, ...] = ()
    named: tuple[str, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MeetingReading:
    """What the record of a meeting gave.

    Attributes:
        asked: What it learned of each document that it asked for.
    """

    meeting: Meeting | None
    faults: tuple[RecordFault, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VocabularyReading:
    """What the authority records gave."""

    vocabulary: Vocabulary
    series: Mapping[SeriesId, Series]
    faults: tuple[RecordFault, ...] = ()


class Recollection:
    """Readings of earlier runs."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def recall(self, kind: type[_Read], name: str, mark: str | None) -> _Read | None:
        """Return the reading of a record that has not changed since, if there is one."""
        text = self._ledger.recall(_named(name), mark)
        found: _Read | None = None if text is None else _adapter(kind).validate_json(text)
        return found

    def keep(self, name: str, mark: str | None, reading: Hashable) -> None:
        """Note a reading; it is not to be recalled where its mark cannot be told."""
        text = _adapter(type(reading)).dump_json(reading, exclude_defaults=True).decode() if mark else ""
        self._ledger.keep(_named(name), mark, text)


def holds(asked: Mapping[str, str], answer: Callable[[str], str]) -> bool:
    """Return whether everything that a record asked for would be answered as it was."""
    return all(found == answer(name) for name, found in asked.items())


def _named(name: str) -> str:
    return f"record {name}"


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast("Any", kind))
