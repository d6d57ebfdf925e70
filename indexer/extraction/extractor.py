"""The port that every reader of a format fills, and what it gives."""

from dataclasses import dataclass
from typing import Protocol

from indexer.extraction.limits import Budget
from indexer.model.place import PlaceText, QualityNote


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader finds in a file; see ExtractedText for the meaning of each field."""

    places: tuple[PlaceText, ...]
    running_lines: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[QualityNote, ...] = ()


class Extractor(Protocol):
    """Reads one format; its name and version stand in versions.py."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return what the file holds, stopping where the budget is spent.

        Raises:
            ExtractionError: The file gives no text; the sentence does not yet name the file.
        """
        ...
