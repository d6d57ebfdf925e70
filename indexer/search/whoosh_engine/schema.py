"""The fields of the index as Whoosh is told of them; words come analysed, Whoosh cuts none itself."""

from array import array
from collections.abc import Iterator, Mapping
from typing import Final

from whoosh import columns, fields, formats

from indexer.search.ranking import EXACT_FIELDS, STEM_FIELDS

RECORD: Final = "record"
"""The column that holds, for every index document, all but its words."""

RECORD_COLUMN: Final = columns.VarBytesColumn()


POSITION_BYTES: Final = 4
"""How many bytes a position takes."""


class CountFormat(formats.Existence):  # type: ignore[misc]  # Whoosh carries no types
    """A posting without a value: how often the term occurs is its weight."""


class PositionFormat(formats.Format):  # type: ignore[misc]  # Whoosh carries no types
    """A posting whose value is the positions of the term, 32 bits each in this machine's order."""

    def decode_positions(self, value: bytes) -> list[int]:
        """Return the positions, in ascending order."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """Return how often the term occurs."""
        return len(array("I", value))


class StemField(fields.FieldType):  # type: ignore[misc]  # Whoosh carries no types
    """A field that is given how often each of its terms occurs."""

    def __init__(self) -> None:
        super().__init__(CountFormat(), analyzer=None)

    def index(self, value: Mapping[bytes, int]) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield what Whoosh keeps of every term."""
        for term, count in value.items():
            yield term, count, float(count), b""


class ExactField(fields.FieldType):  # type: ignore[misc]  # Whoosh carries no types
    """A field that is given the positions of each of its terms."""

    def __init__(self) -> None:
        super().__init__(PositionFormat(), analyzer=None)

    def index(self, value: Mapping[bytes, list[int]]) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield what Whoosh keeps of every term."""
        for term, positions in value.items():
            yield term, len(positions), float(len(positions)), array("I", positions).tobytes()


def schema() -> fields.Schema:
    """Return the fields of an index."""
    made = fields.Schema()
    for name in STEM_FIELDS:
        made.add(name.value, StemField())
    for name in EXACT_FIELDS:
        made.add(name.value, ExactField())
    made.add(RECORD, fields.COLUMN(RECORD_COLUMN))
    return made
