"""What a first page proposes for a record, each value with how sure it is and why."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from indexer.model.document import DocumentDate, DocumentKind
from indexer.model.identifiers import Language

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Proposed(Generic[Value_co]):
    """One value.

    Attributes:
        confidence: From 0 to 1; at 1 two sources agree.
        reason: One sentence for the person who looks it over.
    """

    value: Value_co
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a document says of itself; None where it says nothing.

    Attributes:
        symbol: In canonical spelling.
        body: The issuing body in words, as printed.
    """

    symbol: Proposed[str] | None
    date: Proposed[DocumentDate] | None
    language: Proposed[Language] | None
    title: Proposed[str] | None
    body: Proposed[str] | None
    kind: Proposed[DocumentKind] | None
