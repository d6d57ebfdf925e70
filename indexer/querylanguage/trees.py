"""How nodes are put together into a tree of one shape for one meaning."""

from indexer.model.querytree import And, Boosted, Everything, Node, Not, Nothing, Or


def negated(node: Node) -> Node:
    """Return all but this, without a negation of a negation."""
    match node:
        case Not(child):
            return child
        case Everything():
            return Nothing()
        case Nothing():
            return Everything()
        case _:
            return Not(node)


def depth(node: Node) -> int:
    """Return how many nodes stand in each other."""
    match node:
        case And(children) | Or(children):
            return 1 + max(depth(child) for child in children)
        case Not(child) | Boosted(child, _):
            return 1 + depth(child)
        case _:
            return 1


def joined_nodes(kind: type[And] | type[Or], nodes: list[Node]) -> Node:
    """Join nodes; what is joined in the same way already is taken in."""
    children: list[Node] = []
    for node in nodes:
        children.extend(node.children if isinstance(node, kind) and not is_mention(node) else (node,))
    return children[0] if len(children) == 1 else kind(tuple(children))


def is_mention(node: Node) -> bool:
    """Return whether it is a symbol with its mentions, which stay together."""
    return isinstance(node, Or) and isinstance(node.children[0], Boosted)
