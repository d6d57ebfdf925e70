"""How nodes are put together."""

import pytest

from indexer.model.querytree import And, Boosted, Everything, Node, Not, Nothing, Or, Word
from indexer.querylanguage.leaves import symbol_node
from indexer.querylanguage.trees import depth, joined_nodes, negated

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("node", "expected"), [(A, Not(A)), (Not(A), A), (Everything(), Nothing()), (Nothing(), Everything())]
)
def test_a_negation_of_a_negation_is_none(node: Node, expected: Node) -> None:
    """All but all but this is this."""
    assert expected == negated(node)


@pytest.mark.parametrize(
    ("kind", "nodes", "expected"),
    [
        (And, [A], A),
        (And, [And((A, B)), C], And((A, B, C))),
        (And, [Or((A, B)), C], And((Or((A, B)), C))),
        (Or, [A, Or((B, C))], Or((A, B, C))),
        (Or, [A, symbol_node("A/68/190")], Or((A, symbol_node("A/68/190")))),
    ],
)
def test_what_is_joined_alike_is_one_node(kind: type[And] | type[Or], nodes: list[Node], expected: Node) -> None:
    """Parentheses that change nothing leave no trace; a symbol and its mentions stay together."""
    assert expected == joined_nodes(kind, nodes)


def test_depth_counts_nodes_in_each_other() -> None:
    """A leaf is one deep."""
    assert [1, 3, 4] == [depth(A), depth(Not(And((A, B)))), depth(Or((And((Not(A), B)), Boosted(C, 2.0))))]
