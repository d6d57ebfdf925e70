"""The parts of a query as typed."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.querylanguage.fields import QueryField


class LexemeKind(StrEnum):
    """What a part of a query is."""

    WORDS = "words"
    PREFIX = "prefix"
    WILDCARD = "wildcard"
    FUZZY = "fuzzy"
    QUOTED = "quoted"
    SYMBOL = "symbol"
    VALUE = "value"
    EVERYTHING = "everything"
    AND = "and"
    OR = "or"
    NOT = "not"
    MINUS = "minus"
    OPEN = "open"
    CLOSE = "close"


OPERANDS = frozenset(
    (
        LexemeKind.WORDS,
        LexemeKind.PREFIX,
        LexemeKind.WILDCARD,
        LexemeKind.FUZZY,
        LexemeKind.QUOTED,
        LexemeKind.SYMBOL,
        LexemeKind.VALUE,
        LexemeKind.EVERYTHING,
    )
)
NEGATIONS = frozenset((LexemeKind.NOT, LexemeKind.MINUS))
JOINERS = frozenset((LexemeKind.AND, LexemeKind.OR))


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One part of a query.

    Attributes:
        text: What it says, without field, quotation marks and signs; a wildcard keeps its asterisks.
        start, end: Where it stands in the query.
        field: The field it names; a group's field holds for all inside that name none.
        distance: The number after the ~ of a phrase or of a word.
    """

    kind: LexemeKind
    text: str
    start: int
    end: int
    field: QueryField | None = None
    distance: int | None = None
