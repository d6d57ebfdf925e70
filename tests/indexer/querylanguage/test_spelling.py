"""Trees as text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    ExactField,
    Fuzzy,
    Node,
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
from indexer.querylanguage import parse, spelled
from indexer.querylanguage.leaves import symbol_node
from indexer.querylanguage.parsing import LONGEST, titled
from indexer.querylanguage.pieces import is_half_pair, pieces
from indexer.querylanguage.trees import joined_nodes, negated
from tests.indexer.querylanguage.asking import QUERIES, AllNames

_FIELDS = st.sampled_from(TextField)
_TEXTS = st.text(alphabet="abÉß国际移徙миأةไท½12'ʼ- ", max_size=8)
_PIECES = _TEXTS.map(pieces).filter(bool)
_WORDS = _PIECES.map(lambda words: words[0]).filter(
    lambda word: word not in ("AND", "OR", "NOT") and not is_half_pair(word),
)
_PHRASES = _PIECES.filter(lambda words: not is_half_pair(words[0]) and not is_half_pair(words[-1]))
_YEARS = st.integers(0, 9999)
_IDS = st.from_regex("id-[a-z0-9]{1,5}", fullmatch=True)
_SYMBOLS = ("A/RES/68/4", "A/68/190", "UN/POP/MIG-12CM/2014/05", "S/RES/2178(2014)")
_LEAVES = st.one_of(
    st.builds(Word, _WORDS, _FIELDS),
    st.builds(Phrase, _PHRASES, _FIELDS, st.none() | st.integers(0, 100)),
    st.builds(Prefix, _WORDS.filter(lambda word: len(word) > 1 and word.isalnum()), _FIELDS),
    st.builds(
        Value, st.sampled_from([ExactField.ORGANIZATION, ExactField.PERSON, ExactField.TOPIC, ExactField.MEETING]), _IDS
    ),
    st.builds(Value, st.sampled_from([ExactField.SYMBOL, ExactField.CITES]), st.sampled_from(_SYMBOLS)),
    st.builds(Wildcard, st.from_regex(r"(mi|ÉЯ|مي)(\*[aß]{1,2}){1,3}\*?", fullmatch=True), _FIELDS),
    st.builds(Fuzzy, st.sampled_from(("care", "Éa", "مي")), st.just(1), _FIELDS),
    st.builds(Fuzzy, st.sampled_from(("cared", "ÉЯЯЯЯ")), st.sampled_from((1, 2)), _FIELDS),
    st.builds(Value, st.just(ExactField.KIND), st.sampled_from(["talk", "side_event", "contributed_paper"])),
    st.builds(Value, st.just(ExactField.LANGUAGE), st.sampled_from(["fr", "und", "pt"])),
    st.builds(YearRange, _YEARS),
    st.builds(lambda end: YearRange(None, end), _YEARS),
    st.builds(lambda first, second: YearRange(min(first, second), max(first, second)), _YEARS, _YEARS),
    st.sampled_from(_SYMBOLS).map(symbol_node),
    st.sampled_from([Everything(), Nothing()]),
)


def _branches(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=2, max_size=4)
    return st.one_of(
        children.map(negated),
        several.map(lambda nodes: joined_nodes(And, nodes)),
        several.map(lambda nodes: joined_nodes(Or, nodes)),
    )


_TREES: st.SearchStrategy[Node] = st.recursive(_LEAVES, _branches, max_leaves=12)


@given(_TREES)
def test_a_tree_spelled_and_parsed_is_the_tree(tree: Node) -> None:
    """What is shown as understood is what was understood."""
    text = spelled(tree)
    assume(len(text) <= LONGEST)

    parsed = parse(text, AllNames())

    assert (titled(tree), ()) == (parsed.tree, parsed.notes)
    assert text == spelled(parsed.tree)


@given(QUERIES)
def test_what_was_understood_is_understood_again(typed: str) -> None:
    """The canonical text of any query means what the query meant, without a further note."""
    tree = parse(typed, AllNames()).tree
    text = spelled(tree)
    assume(len(text) <= LONGEST)

    again = parse(text, AllNames())

    assert (tree, ()) == (again.tree, again.notes)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", "*"),
        ("a AND b OR c", "(a b) OR c"),
        ("NOT (a OR b)", "-(a OR b)"),
        ("“making the case”", '"making the case"'),
        ("国际移徙", '"国际移徙"'),
        ("a/res/68/4 migration", "A/RES/68/4 migration"),
        ("TITLE:(a b)", "title:a title:b"),
        ("year:2013-2014", "year:2013..2014"),
        ("symbol:A/RES/217(III)", 'symbol:"A/RES/217(III)"'),
    ],
)
def test_queries_have_one_spelling(typed: str, text: str) -> None:
    """Different ways to type a query come to the same text."""
    assert text == spelled(parse(typed, AllNames()).tree)


def test_weights_are_not_spelled() -> None:
    """A weight that nobody typed is not shown."""
    assert "migration" == spelled(Boosted(Word("migration"), 2.0))
