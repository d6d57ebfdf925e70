"""Parentheses and operators without their partners, and queries without end."""

import pytest

from indexer.model.querytree import And, Boosted, Node, Not, Or, TextField, Word
from indexer.model.results import NoteKind
from indexer.querylanguage import parse
from indexer.querylanguage.parsing import titled
from indexer.querylanguage.repairing import MOST_CLAUSES
from tests.indexer.querylanguage.asking import SOME_NAMES, messages_of

A, B = Word("a"), Word("b")


@pytest.mark.parametrize(
    ("text", "tree", "messages"),
    [
        ("(a", A, ["The parenthesis at character 1 is not closed; it is read as closed at the end."]),
        (
            "title:(a",
            Word("a", TextField.TITLE),
            ["The parenthesis at character 7 is not closed; it is read as closed at the end."],
        ),
        ("a)", A, ["The parenthesis at character 2 closes nothing and is passed over."]),
        ("a OR", And((A, Word("or"))), ["OR at character 3 joins nothing; it is searched as a word."]),
        ("NOT", Word("not"), ["NOT at character 1 joins nothing; it is searched as a word."]),
        ("AND a", And((Word("and"), A)), ["AND at character 1 joins nothing; it is searched as a word."]),
        ("a || ", A, []),
        ("() a", A, []),
        ("-() a", A, []),
        ("(-) a", A, []),
        ("(|| -) a", A, []),
        ("a || || b", Or((A, B)), []),
        ("a OR ()", And((A, Word("or"))), ["OR at character 3 joins nothing; it is searched as a word."]),
        ("a OR NOT b", Or((A, Not(B))), []),
    ],
)
def test_what_has_no_partner_is_repaired(text: str, tree: Node, messages: list[str]) -> None:
    """A query with a fault is searched all the same, and the fault is named with its place."""
    assert (titled(tree), messages) == (parse(text, SOME_NAMES).tree, messages_of(text))


@pytest.mark.parametrize("text", ["a b " * 20, "a OR " * 40 + "a", "(a " * 40, "-a " * 40, "AND " * 40])
def test_a_query_has_at_most_so_many_clauses(text: str) -> None:
    """What goes beyond is left out, and a note says from where on."""
    parsed = parse(text, SOME_NAMES)
    tree = parsed.tree
    if isinstance(tree, Or) and isinstance(tree.children[0], Boosted):
        tree = tree.children[1]

    assert isinstance(tree, And | Or)
    assert MOST_CLAUSES == len(tree.children)
    assert any("Only the first 32 words" in note.message for note in parsed.notes if note.kind is NoteKind.BOUND)
