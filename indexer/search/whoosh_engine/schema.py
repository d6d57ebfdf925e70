"""The fields of the index as Whoosh is told of them; words come to the pool analysed, Whoosh cuts none itself."""

from array import array
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
    """A field of which the pool knows how often each of its terms occurs."""

    def __init__(self) -> None:
        super().__init__(CountFormat(), analyzer=None)


class ExactField(fields.FieldType):  # type: ignore[misc]  # Whoosh carries no types
    """A field of which the pool knows the positions of each of its terms."""

    def __init__(self) -> None:
        super().__init__(PositionFormat(), analyzer=None)


def schema() -> fields.Schema:
    """Return the fields of an index."""
    made = fields.Schema()
    for name in STEM_FIELDS:
        made.add(name.value, StemField())
    for name in EXACT_FIELDS:
        made.add(name.value, ExactField())
    made.add(RECORD, fields.COLUMN(RECORD_COLUMN))
    return made
