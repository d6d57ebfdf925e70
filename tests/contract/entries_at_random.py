"""Entries and queries at random, small enough that much of them meets."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    ExactField,
    Facet,
    Filters,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    SearchQuery,
    Sort,
    TextField,
    Value,
    Wildcard,
    Word,
    YearRange,
)
from indexer.model.results import IndexEntry
from tests.contract.builders import Commit, a_key, an_entry

WORDS = (
    "migration", "migrants", "migrant", "Migrations", "accord", "accords", "water", "waters", "of", "the", "migración",
    "миграция", "миграции", "الهجرة", "هجرة", "国际移民", "移民", "A/68/4", "l'eau", "post-2015", "…",
)  # fmt: skip
_VALUES: Mapping[str, tuple[str, ...]] = {
    ExactField.ORGANIZATION: ("who", "ilo", "iom"),
    ExactField.PERSON: ("lee-ana", "chan-bo"),
    ExactField.TOPIC: ("health", "water", "ports"),
    ExactField.KIND: ("note", "report"),
    ExactField.MEETING: ("12cm", "13cm"),
    ExactField.LANGUAGE: ("en", "fr", "es", "ru", "und"),
    ExactField.AGENDA_ITEM: ("12cm/i", "12cm/ii"),
    ExactField.CITES: ("A/68/190",),
    ExactField.SYMBOL: ("A/68/4", "A/68", "A", "A/68/4/ADD.1"),
    Facet.YEAR: ("2010", "2012", "undated"),
}
_SYMBOLS = ((), ("A/68/4", "A/68", "A"), ("A/68/4/ADD.1", "A/68/4", "A/68", "A"), ("A/68", "A"))

_words = st.sampled_from(WORDS)
_texts = st.lists(_words, max_size=8).map(" ".join)
_works = st.sampled_from("abcdefg")
_fields = st.sampled_from(TextField)
_years = st.sampled_from((None, 2010, 2011, 2012))


def _some(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(_VALUES[name]), unique=True, max_size=2).map(tuple)


def _with_asterisk(word: str, start: int, end: int) -> str:
    return f"{word[:start]}*{word[end:]}"


@st.composite
def entries(draw: st.DrawFn) -> IndexEntry:
    """Return an entry at random; what the versions of a work share mostly, they may differ in."""
    return an_entry(
        draw(_works),
        draw(st.sampled_from(_VALUES[ExactField.LANGUAGE])),
        title=draw(_texts),
        sort_title=draw(_words),
        other_titles=tuple(draw(st.lists(_texts, max_size=1))),
        body=tuple(draw(st.lists(_texts, max_size=2))),
        names=tuple(draw(st.lists(_texts, max_size=2))),
        symbols=draw(st.sampled_from(_SYMBOLS)),
        kind=draw(st.sampled_from(_VALUES[ExactField.KIND])),
        organizations=draw(_some(ExactField.ORGANIZATION)),
        people=draw(_some(ExactField.PERSON)),
        topics=draw(_some(ExactField.TOPIC)),
        meetings=draw(_some(ExactField.MEETING)),
        agenda_items=draw(_some(ExactField.AGENDA_ITEM)),
        cites=draw(_some(ExactField.CITES)),
        year=draw(_years),
        sort_date=draw(st.sampled_from((0, 20100000, 20120315))),
    )


_keys = st.builds(a_key, _works, st.sampled_from(_VALUES[ExactField.LANGUAGE]))


def commits(fewest: int = 0) -> st.SearchStrategy[Sequence[Commit]]:
    """Return commits, at least so many, each of which adds at least so many entries."""
    added = st.lists(entries(), min_size=fewest, max_size=7).map(tuple)
    removed = st.lists(_keys, max_size=4).map(tuple)
    return st.lists(st.builds(Commit, added, removed), min_size=fewest, max_size=4)


COMMITS = commits()


_leaves: st.SearchStrategy[Node] = st.one_of(
    st.just(Everything()),
    st.just(Nothing()),
    st.builds(Word, _words, _fields),
    st.builds(Phrase, st.lists(_words, max_size=3).map(tuple), _fields, st.none() | st.sampled_from((0, 1, 3, 2_000))),
    st.builds(Prefix, _words.map(lambda word: word[:4]), _fields),
    st.builds(Wildcard, st.builds(_with_asterisk, _words, st.integers(0, 9), st.integers(0, 9)), _fields),
    st.builds(Fuzzy, _words, st.integers(0, 3), _fields),
    st.sampled_from(sorted(ExactField)).flatmap(
        lambda name: st.builds(Value, st.just(name), st.sampled_from(_VALUES[name]))
    ),
    st.builds(YearRange, _years, _years),
)


def trees(leaves: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Return trees of such leaves."""
    return st.recursive(
        leaves,
        lambda nodes: st.one_of(
            st.builds(And, st.lists(nodes, max_size=3).map(tuple)),
            st.builds(Or, st.lists(nodes, max_size=3).map(tuple)),
            st.builds(Not, nodes),
            st.builds(Boosted, nodes, st.sampled_from((0.5, 2.0, 8.0))),
        ),
        max_leaves=5,
    )


TREES = trees(_leaves)

_filter_names = (*Facet, "agenda_item")
_choices = st.dictionaries(st.sampled_from(_filter_names), st.none(), max_size=2).flatmap(
    lambda names: st.fixed_dictionaries({name: _some(name) for name in names})
)
FILTERS = st.builds(Filters, _choices, _choices, st.none() | st.builds(YearRange, _years, _years))
QUERIES = st.builds(
    SearchQuery,
    tree=TREES,
    filters=FILTERS,
    sort=st.sampled_from(Sort),
    offset=st.sampled_from((0, 0, 1, 3)),
    size=st.sampled_from((0, 1, 3, 10)),
    facets=st.just(tuple(Facet)),
    facet_size=st.sampled_from((0, 1, 2, 8)),
    whole_facets=st.sampled_from((frozenset(), frozenset((Facet.YEAR, Facet.TOPIC)))),
    after=st.none(),
    seconds=st.none(),
)
