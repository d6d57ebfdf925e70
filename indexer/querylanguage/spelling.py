"""A tree to text: what was understood, in the words of the query language."""

import re
from typing import Final

from indexer.model.querytree import (
    And,
    Boosted,
    ExactField,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    TextField,
    Value,
    Wildcard,
    Word,
    YearRange,
)
from indexer.querylanguage.pieces import joined

_PLAIN_VALUE: Final = re.compile(r"\w(?:[^\s()\"]*\w)?")


def spelled(tree: Node) -> str:
    """Return the text of a tree; parsing it gives the same tree."""
    match tree:
        case Or((_, node)) if _is_title(tree):
            return spelled(node)
        case And(children):
            return " ".join(_inside(child) for child in children)
        case Or(children) if not _symbol(tree):
            return " OR ".join(_inside(child) for child in children)
        case Not(child):
            return f"-{_inside(child)}"
        case Boosted(child, _):
            return spelled(child)
        case _:
            return _leaf(tree)


def _inside(node: Node) -> str:
    """Return the text of a node within another one."""
    text = spelled(node)
    return f"({text})" if isinstance(node, And | Or) and not _symbol(node) and not _is_title(node) else text


def _leaf(node: Node) -> str:
    match node:
        case Word(text, field) | Wildcard(text, field):
            return _in(field, text)
        case Prefix(text, field):
            return _in(field, f"{text}*")
        case Fuzzy(text, distance, field):
            return _in(field, f"{text}~{distance}")
        case Phrase(words, field, distance):
            return _in(field, f'"{joined(words)}"') + ("" if distance is None else f"~{distance}")
        case YearRange(start, end):
            return f"year:{_year(start)}" if start == end else f"year:{_year(start)}..{_year(end)}"
        case _:
            return _symbol(node) or _exact(node)


def _exact(node: Node) -> str:
    match node:
        case Value(field, value):
            return f"{field}:{value}" if _PLAIN_VALUE.fullmatch(value) else f'{field}:"{value}"'
        case Nothing():
            return "-*"
        case _:
            return "*"


def _in(field: TextField, text: str) -> str:
    return text if field is TextField.ANY else f"{field}:{text}"


def _year(year: int | None) -> str:
    return "" if year is None else f"{year:04d}"


def _symbol(node: Node) -> str:
    """Return the symbol of a document that is searched with its mentions; empty for anything else."""
    match node:
        case Or((Boosted(Value(ExactField.SYMBOL, symbol), _), _)):
            return symbol
        case _:
            return ""


def _is_title(node: Node) -> bool:
    match node:
        case Or((Boosted(Phrase(_, TextField.TITLE, None), _), _)):
            return True
        case _:
            return False
