"""What the tests ask with: known names, queries of every sort, and short ways to parse."""

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from hypothesis import strategies as st

from indexer.model.querytree import Node
from indexer.querylanguage import parse


@dataclass(frozen=True)
class KnownNames:
    """Knows the names that it is given, whatever their case."""

    names: Mapping[tuple[str, str], str]

    def value(self, field: str, text: str) -> str | None:
        """Return the id of a known name."""
        return self.names.get((field, text.casefold()))


class AllNames:
    """Knows an id for every name; an id is its own name."""

    def value(self, field: str, text: str) -> str | None:
        """Return an id made from the name and its field."""
        is_id = text.isascii() and text.startswith("id-") and text[3:].isalnum()
        return text if is_id else f"id-{crc32(f'{field}:{text}'.encode())}"


_SYNTAX = "ab é国际移-+*()\"“”«:~ \t/.,&|!'’\u00ad\u0000½1AND"
_OPERATORS = ("AND", "OR", "NOT", "&&", "||", "(", ")", '"', "-", "*", "~", "~2", "~3")
_PARTS = st.sampled_from(
    (*_OPERATORS, "title:", "organization:", "year:2013..", "foo:", "kind:talk", "A/RES/68/4", "migration", "国际移徙")
)
QUERIES = st.one_of(
    st.text(),
    st.text(alphabet=_SYNTAX),
    st.lists(_PARTS).map(" ".join),
    st.lists(_PARTS).map("".join),
)
"""Text of every sort, much of it with the signs of the language at every place."""

SOME_NAMES = KnownNames(
    {
        ("organization", "iom"): "iom",
        ("organization", "league of arab states"): "las",
        ("organization", "un-desa-pd"): "un-desa-pd",
        ("person", "crépeau"): "crepeau-francois",
        ("topic", "remittances"): "remittances",
    }
)


def tree_of(text: str) -> Node:
    """Return the tree of a query that is understood without a note."""
    parsed = parse(text, SOME_NAMES)
    assert () == parsed.notes
    return parsed.tree


def messages_of(text: str) -> list[str]:
    """Return what is said of a query."""
    return [note.message for note in parse(text, SOME_NAMES).notes]
