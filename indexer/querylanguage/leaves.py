"""Lexemes to the leaves of a tree: words, phrases, words by their spelling, symbols and values."""

from collections.abc import Callable, Iterable
from typing import Final

from indexer.language import fold
from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    ExactField,
    Fuzzy,
    Node,
    Or,
    Phrase,
    Prefix,
    TextField,
    Value,
    Wildcard,
    Word,
)
from indexer.model.results import NoteKind, QueryNote
from indexer.querylanguage.fields import QueryField, Resolver, fault_of, valued
from indexer.querylanguage.lexemes import Lexeme, LexemeKind
from indexer.querylanguage.pieces import RUN, is_half_pair, overlapping, pieces, stands_in_pair, starred
from indexer.querylanguage.trees import joined_nodes

SYMBOL_FACTOR: Final = 8.0
"""How much more than its mention in a text the symbol of a document itself weighs."""

_SHORTEST_PREFIX: Final = 2
_GREATEST_DISTANCE: Final = 2
_SHORTEST_FOR_TWO: Final = 5
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
        self._say(NoteKind.UNKNOWN_VALUE, f"{fault_of(field, lexeme.text)}; it is searched as words.", lexeme)
        found = [run_node(run, TextField.ANY) for run in RUN.findall(lexeme.text) if pieces(run)]
        return found[0] if len(found) == 1 else And(tuple(found))

    def _worded(self, lexeme: Lexeme, field: TextField) -> Node:
        match lexeme.kind:
            case LexemeKind.QUOTED:
                return phrase_node(pieces(lexeme.text), field, lexeme.distance)
            case LexemeKind.PREFIX:
                return self._prefix(lexeme, field)
            case LexemeKind.WILDCARD:
                return _together(self._spelled(word, lexeme, field) for word in starred(lexeme.text))
            case LexemeKind.FUZZY:
                return self._fuzzy(lexeme, field)
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
        if len(fold(last)) < _SHORTEST_PREFIX and not is_half_pair(last):
            self._say(NoteKind.BOUND, f"At least two letters stand before *; {last} is searched as a word.", lexeme)
            beginning = _word(last, field)
        whole = [_word(word, field) for word in words if not is_half_pair(word)]
        return And((*whole, beginning)) if whole else beginning

    def _spelled(self, word: str, lexeme: Lexeme, field: TextField) -> Node:
        """Return a word as it is, or with what its asterisks stand for."""
        first, star, others = word.partition("*")
        if not star:
            return run_node(word, field)
        if stands_in_pair(word):
            message = "An asterisk stands for letters of an alphabet; between other characters it divides words."
        elif len(fold(first)) < _SHORTEST_PREFIX:
            message = f"At least two letters stand before *; {word} is searched as words."
        else:
            return Wildcard(word, field) if others else Prefix(first, field)
        self._say(NoteKind.BOUND, message, lexeme)
        return _together(run_node(letters, field) for letters in word.split("*") if letters)

    def _fuzzy(self, lexeme: Lexeme, field: TextField) -> Node:
        """Return each word with those that are nearly spelled so; no distance at all is the word as typed."""
        words = pieces(lexeme.text)
        assert lexeme.distance is not None  # the scanner gives each its own
        if lexeme.distance == 0:
            return phrase_node(words, field)
        if any(map(stands_in_pair, words)):
            message = f"Words of an alphabet are searched with ~; {lexeme.text} is searched as it is."
            self._say(NoteKind.BOUND, message, lexeme)
            return run_node(lexeme.text, field)
        bounds = [_GREATEST_DISTANCE if len(fold(word)) >= _SHORTEST_FOR_TWO else 1 for word in words]
        if lexeme.distance > min(bounds):
            message = "At most two letters of a word may differ, and one where it has fewer than five letters."
            self._say(NoteKind.BOUND, message, lexeme)
        return _together(
            Fuzzy(word, min(bound, lexeme.distance), field) for word, bound in zip(words, bounds, strict=True)
        )

    def _say(self, kind: NoteKind, message: str, lexeme: Lexeme) -> None:
        self._note(QueryNote(kind, message, lexeme.start, lexeme.end))


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


def _together(nodes: Iterable[Node]) -> Node:
    return joined_nodes(And, list(nodes))


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
