"""Lexemes to the leaves of a tree: words, phrases, prefixes, symbols and values."""

from collections.abc import Callable
from typing import Final

from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    ExactField,
    Node,
    Or,
    Phrase,
    Prefix,
    TextField,
    Value,
    Word,
)
from indexer.model.results import NoteKind, QueryNote
from indexer.querylanguage.fields import QueryField, Resolver, fault_of, valued
from indexer.querylanguage.lexemes import Lexeme, LexemeKind
from indexer.querylanguage.pieces import RUN, is_half_pair, overlapping, pieces
from indexer.querylanguage.trees import joined_nodes

SYMBOL_FACTOR: Final = 8.0
"""How much more than its mention in a text the symbol of a document itself weighs."""

_SHORTEST_PREFIX: Final = 2
_OPERATORS: Final = frozenset(("AND", "OR", "NOT"))


class Leaves:
    """Makes leaves and notes what had to be changed for it."""

    def __init__(self, resolve: Resolver, note: Callable[[QueryNote], None]) -> None:
        self._resolve = resolve
        self._note = note

    def leaf(self, lexeme: Lexeme, field: QueryField | None) -> Node:
        """Return the node of an operand.

        Args:
            field: The field of the group it stands in, for an operand that names none itself.
        """
        field = lexeme.field or field
        if lexeme.kind is LexemeKind.EVERYTHING:
            return Everything()
        if field is not None and not isinstance(field, TextField):
            return self._valued(lexeme, field)
        return self._worded(lexeme, field or TextField.ANY)

    def _valued(self, lexeme: Lexeme, field: ExactField | str) -> Node:
        node = valued(field, lexeme.text, self._resolve)
        if node is not None:
            return node
        message = f"{fault_of(field, lexeme.text)}; it is searched as words."
        self._note(QueryNote(NoteKind.UNKNOWN_VALUE, message, lexeme.start, lexeme.end))
        found = [run_node(run, TextField.ANY) for run in RUN.findall(lexeme.text) if pieces(run)]
        return found[0] if len(found) == 1 else And(tuple(found))

    def _worded(self, lexeme: Lexeme, field: TextField) -> Node:
        match lexeme.kind:
            case LexemeKind.QUOTED:
                return phrase_node(pieces(lexeme.text), field, lexeme.distance)
            case LexemeKind.PREFIX:
                return self._prefix(lexeme, field)
            case LexemeKind.SYMBOL if field is TextField.ANY:
                return symbol_node(lexeme.text)
            case _:
                return run_node(lexeme.text, field)

    def _prefix(self, lexeme: Lexeme, field: TextField) -> Node:
        """Return the words before the last as they are, and the last as a beginning."""
        if overlapping(lexeme.text):  # a pair of Chinese characters is found whatever comes after it
            return run_node(lexeme.text, field)
        *words, last = pieces(lexeme.text)
        beginning: Node = Prefix(last, field)
        if len(last) < _SHORTEST_PREFIX and not is_half_pair(last):
            message = f"At least two letters stand before *; {last} is searched as a word."
            self._note(QueryNote(NoteKind.BOUND, message, lexeme.start, lexeme.end))
            beginning = _word(last, field)
        whole = [_word(word, field) for word in words if not is_half_pair(word)]
        return And((*whole, beginning)) if whole else beginning


def run_node(run: str, field: TextField) -> Node:
    """Return what stands together as one word, or as a phrase where it is several."""
    return _row(pieces(run), field, None)


def phrase_node(words: tuple[str, ...], field: TextField, distance: int | None = None) -> Node:
    """Return words in a row.

    A Chinese character beside another script is alone in the query, but in a text it may be in a pair: 年 of 2014年
    is in the pair 年报 of 2014年报告. At the end it is therefore the beginning of a pair; in front, where it would
    be the end of one, it goes.
    """
    certain = words[1:] if len(words) > 1 and is_half_pair(words[0]) else words
    *before, last = certain
    if is_half_pair(last):
        row = [_row(tuple(before), field, distance)] if before else []
        return joined_nodes(And, [*row, Prefix(last, field)])
    return Phrase(words, field, distance) if certain == words else _row(certain, field, distance)


def _row(words: tuple[str, ...], field: TextField, distance: int | None) -> Node:
    """Return what is left of a row."""
    if len(words) == 1 and not is_half_pair(words[0]):
        return _word(words[0], field)
    return phrase_node(words, field, distance)


def symbol_node(symbol: str) -> Node:
    """Return the document with this symbol first, then all that mention it."""
    mention = run_node(symbol, TextField.ANY)
    return Or((Boosted(Value(ExactField.SYMBOL, symbol), SYMBOL_FACTOR), mention))


def _word(text: str, field: TextField) -> Word:
    """Return a word; one that could be taken for an operator stands in small letters."""
    return Word(text.lower() if text in _OPERATORS else text, field)
