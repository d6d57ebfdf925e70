"""Records as JSON and back, checked when they are read."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

Record = TypeVar("Record")


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast("Any", kind))


def to_json(record: object) -> str:
    """Return a record as compact JSON."""
    return _adapter(cast("Hashable", type(record))).dump_json(record, exclude_defaults=True).decode()


def from_json(kind: type[Record], text: str) -> Record:
    """Return the record that `to_json` wrote."""
    record: Record = _adapter(cast("Hashable", kind)).validate_json(text)
    return record
