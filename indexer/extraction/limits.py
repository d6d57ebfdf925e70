"""How much a file may cost, and how much of that is left."""

import time
from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; the defaults leave room for every sound document seen.

    Attributes:
        file_bytes: Of the file itself.
        unpacked_bytes: Of all parts of a zipped document together.
        parts: How many parts a zipped document may have.
        places: Pages, paragraphs or slides read; the rest is left out with a note.
        characters: Of text read; the rest is left out with a note.
        reading_seconds: After this the reader stops with what it has, and a note.
        cpu_seconds, wall_seconds, memory_bytes, output_bytes: What the pool kills a child for.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    parts: int = 5_000
    places: int = 5_000
    characters: int = 20_000_000
    reading_seconds: float = 90
    cpu_seconds: int = 120
    wall_seconds: float = 180
    memory_bytes: int = 1_500 * MEGABYTE
    output_bytes: int = 100 * MEGABYTE


DEFAULT_LIMITS = Limits()


@dataclass(slots=True)
class Budget:
    """What is left for one file while it is read."""

    limits: Limits
    characters: int = 0
    places: int = 0
    started: float = field(default_factory=time.monotonic)

    def spend(self, text: str) -> None:
        """Count one place with this text."""
        self.places += 1
        self.characters += len(text)

    def is_spent(self) -> bool:
        """Whether reading has to stop here."""
        return (
            self.places >= self.limits.places
            or self.characters >= self.limits.characters
            or time.monotonic() - self.started >= self.limits.reading_seconds
        )
