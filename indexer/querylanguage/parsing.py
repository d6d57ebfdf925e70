"""A query as typed to a tree; nothing that can be typed makes it fail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    Node,
    Or,
    Phrase,
    Prefix,
    TextField,
    Word,
)
from indexer.model.results import NoteKind, QueryNote
from indexer.querylanguage.fields import QueryField, Resolver
from indexer.querylanguage.leaves import Leaves
from indexer.querylanguage.lexemes import NEGATIONS, Lexeme, LexemeKind
from indexer.querylanguage.pieces import is_half_pair, pieces
from indexer.querylanguage.repairing import repaired
from indexer.querylanguage.scanning import Scanner
from indexer.querylanguage.spelling import spelled
from indexer.querylanguage.trees import depth, is_mention, joined_nodes, negated

LONGEST: Final = 512
DEEPEST: Final = 20
TITLE_FACTOR: Final = 4.0
"""How much more than its words scattered over a text a title weighs that has them in a row."""

_LAST_WORD: Final = re.compile(r"\S+$")
_DEPTHS_TRIED: Final = (20, 10, 4)
"""Each parenthesis can put three nodes into each other, so that four are always within DEEPEST."""


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """What a query means.

    Attributes:
        notes: What was not done as typed, in the order of the query.
        words: The plain words that are looked for, as typed; spelling suggestions go by them.
    """

    tree: Node
    notes: tuple[QueryNote, ...]
    words: tuple[str, ...]


def parse(text: str, resolve: Resolver) -> ParsedQuery:
    """Return the tree of a query with notes on what was repaired, left out or not known."""
    notes: list[QueryNote] = []
    scanner = Scanner(_bounded(text, notes))
    lexemes = list(scanner.lexemes())
    notes += scanner.notes
    tree, further = _tree(lexemes, resolve)
    if text.strip() and tree == Everything() and LexemeKind.EVERYTHING not in (lexeme.kind for lexeme in lexemes):
        notes.append(QueryNote(NoteKind.REPAIRED, "There is no word in the query; everything is shown."))
    notes = sorted([*notes, *further], key=lambda note: (note.start is not None, note.start or 0))
    return ParsedQuery(titled(tree), tuple(dict.fromkeys(notes)), tuple(dict.fromkeys(_words(tree))))


def titled(tree: Node) -> Node:
    """Return plain words with more weight for titles that have them in a row, so that a pasted title leads."""
    words: list[str] = []
    for node in tree.children if isinstance(tree, And) else (tree,):
        if isinstance(node, Word) and node.field is TextField.ANY:
            words.append(node.text)
        elif isinstance(node, Phrase) and node.field is TextField.ANY and node.distance is None:
            words.extend(node.words)
        elif is_mention(node) and node is not tree:
            words.extend(pieces(spelled(node)))
        elif not _is_half_pair(node):
            return tree
    if len(words) < 2:  # noqa: PLR2004  # a row has two
        return tree
    return Or((Boosted(Phrase(tuple(words), TextField.TITLE), TITLE_FACTOR), tree))


def _bounded(text: str, notes: list[QueryNote]) -> str:
    """Cut a text that is too long, before the word that would be cut."""
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST]
    whole_words = _LAST_WORD.sub("", kept)
    if whole_words.strip() and not text[LONGEST].isspace():
        kept = whole_words
    message = f"Only the first {len(kept)} characters are searched."
    notes.append(QueryNote(NoteKind.BOUND, message, len(kept), len(text)))
    return kept


def _tree(lexemes: list[Lexeme], resolve: Resolver) -> tuple[Node, list[QueryNote]]:
    """Parse with as many parentheses as keep the tree within its depth."""
    tree: Node = Everything()
    notes: list[QueryNote] = []
    for deepest in _DEPTHS_TRIED:
        repair = repaired(lexemes, deepest)
        notes = repair.notes
        tree = _Parser(repair.lexemes, Leaves(resolve, notes.append)).tree()
        if depth(tree) <= DEEPEST:
            break
    return tree, notes


class _Parser:
    """Descends through repaired lexemes: OR joins what AND joins, AND joins what may be negated."""

    def __init__(self, lexemes: list[Lexeme], leaves: Leaves) -> None:
        self._lexemes = lexemes
        self._leaves = leaves
        self._at = 0

    def tree(self) -> Node:
        return self._alternatives(None) if self._lexemes else Everything()

    def _kind(self) -> LexemeKind | None:
        return self._lexemes[self._at].kind if self._at < len(self._lexemes) else None

    def _alternatives(self, field: QueryField | None) -> Node:
        found = [self._together(field)]
        while self._kind() is LexemeKind.OR:
            self._at += 1
            found.append(self._together(field))
        return joined_nodes(Or, found)

    def _together(self, field: QueryField | None) -> Node:
        found = [self._negatable(field)]
        while self._kind() not in (LexemeKind.OR, LexemeKind.CLOSE, None):
            self._at += self._kind() is LexemeKind.AND
            found.append(self._negatable(field))
        return joined_nodes(And, found)

    def _negatable(self, field: QueryField | None) -> Node:
        is_negated = False
        while self._kind() in NEGATIONS:
            is_negated = not is_negated
            self._at += 1
        node = self._operand(field)
        return negated(node) if is_negated else node

    def _operand(self, field: QueryField | None) -> Node:
        lexeme = self._lexemes[self._at]
        self._at += 1
        if lexeme.kind is not LexemeKind.OPEN:
            return self._leaves.leaf(lexeme, field)
        node = self._alternatives(lexeme.field or field)
        self._at += 1
        return node


def _is_half_pair(node: Node) -> bool:
    """Return whether it is a Chinese character whose pair is not known; a row does without it."""
    return isinstance(node, Prefix) and node.field is TextField.ANY and is_half_pair(node.text)


def _words(node: Node) -> Iterator[str]:
    match node:
        case Word(text, _):
            yield text
        case And(children) | Or(children):
            for child in children:
                yield from _words(child)
        case _:
            return
