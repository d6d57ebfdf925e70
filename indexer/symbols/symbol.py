"""What a symbol is once it is understood, and what is found of symbols in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SymbolPart:
    """One part between slashes and what it stands for, such as `68`: "sixty-eighth session"."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol in its canonical spelling.

    Attributes:
        session: The session of the body, where the symbol has one.
        year: The year that the symbol says or its session opened in.
        is_complete: Whether it names a document; A/RES/68 names a series of them.
    """

    canonical: str
    parts: tuple[SymbolPart, ...]
    session: int | None
    year: int | None
    is_complete: bool

    def __str__(self) -> str:
        """Return the canonical spelling."""
        return self.canonical


@dataclass(frozen=True, slots=True)
class FoundSymbol:
    """A symbol in a running text, with where it stands and how it is written there."""

    canonical: str
    start: int
    end: int
    as_written: str
