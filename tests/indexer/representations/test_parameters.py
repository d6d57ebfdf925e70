"""Reading the parameters of an address."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model.identifiers import Language
from indexer.model.querytree import Facet, Sort
from indexer.representations.cursors import Cursor, encode
from indexer.representations.faults import FaultCode, ParameterFault
from indexer.representations.parameters import parse
from indexer.representations.search_parameters import CHOICE_NAMES, KINDS, SearchParameters

_NAMES = (*CHOICE_NAMES, "q", "year_from", "year_to", "sort", "page", "size", "cursor", "facet", "facet_size", "lang")
_VALUES = st.one_of(
    st.sampled_from(
        [*KINDS, *Sort, *Facet, "fr", "und", "1", "7", "100", "2014", "2010..2015", "..1999", "undated", "who", "iom"]
    ),
    st.builds(encode, st.builds(Cursor, st.just("3"), st.just(Sort.NEWEST), st.integers(0, 20300101), st.just("A/1"))),
    st.text(max_size=12),
)
_PAIRS = st.lists(st.tuples(st.sampled_from(_NAMES) | st.text(max_size=8), _VALUES), max_size=12)


def asked(text: str) -> SearchParameters:
    """Return the parameters of a query string that has no fault."""
    parameters, faults = parse(parse_qsl(text, keep_blank_values=True))
    assert () == faults
    return parameters


def faults_of(text: str) -> list[tuple[str, str, FaultCode]]:
    """Return what is wrong with a query string."""
    return [(fault.parameter, fault.value, fault.code) for fault in parse(parse_qsl(text))[1]]


@given(_PAIRS)
def test_what_counts_of_any_address_has_an_address_of_its_own(pairs: list[tuple[str, str]]) -> None:
    """Nothing raises, and the canonical address of what was understood means the same and has no fault."""
    parameters, _ = parse(pairs)

    assert (parameters, ()) == parse(parameters.to_pairs())
    assert (parameters, ()) == parse(parse_qsl(parameters.query_string()))


def test_an_address_without_parameters_asks_for_nothing() -> None:
    """The usual values need not be said."""
    assert SearchParameters() == asked("")
    assert SearchParameters() == asked("q=&organization=&sort=&page=&size=&year_from=&year_to=+&facet=&lang=")


def test_every_parameter_is_read() -> None:
    """A full address becomes full parameters."""
    expected = SearchParameters(
        q="water quality",
        choices={"organization": ("ilo", "who"), "exclude.topic": ("cost",), "year": ("..1990", "2014", "undated")},
        sort=Sort.OLDEST,
        page=3,
        size=20,
        facets=(Facet.TOPIC, Facet.YEAR),
        facet_size=30,
        interface_language=Language("fr"),
    )
    text = (
        "q=water+quality&organization=who&organization=ilo&organization=who&exclude.topic=cost&year=undated&year=2014"
        "&year=..1990&sort=oldest&page=3&size=20&facet=topic,,year&facet=topic&facet_size=30&lang=fr"
    )

    assert expected == asked(text)


def test_a_forms_years_mean_the_same_as_a_range() -> None:
    """The two fields of the form become one value, beside other years."""
    assert asked("year=undated&year=2010..2015") == asked("year_from=2010&year_to=2015&year=undated")
    assert asked("year=2010..") == asked("year_from=2010&year_to=")
    assert asked("year=2014") == asked("year_from=2014&year_to=2014")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("size=banana", ("size", "banana", FaultCode.INVALID_VALUE)),
        ("size=0", ("size", "0", FaultCode.OUT_OF_RANGE)),
        ("size=101", ("size", "101", FaultCode.OUT_OF_RANGE)),
        ("page=-1", ("page", "-1", FaultCode.OUT_OF_RANGE)),
        ("page=1001", ("page", "1001", FaultCode.OUT_OF_RANGE)),
        ("page=99999999999999999999", ("page", "99999999999999999999", FaultCode.OUT_OF_RANGE)),
        ("facet=organization,colour", ("facet", "colour", FaultCode.INVALID_VALUE)),
        ("facet_size=1000", ("facet_size", "1000", FaultCode.OUT_OF_RANGE)),
        ("sort=best", ("sort", "best", FaultCode.INVALID_VALUE)),
        ("lang=de", ("lang", "de", FaultCode.INVALID_VALUE)),
        ("language=French", ("language", "French", FaultCode.INVALID_VALUE)),
        ("kind=book", ("kind", "book", FaultCode.INVALID_VALUE)),
        ("year=1914..14", ("year", "1914..14", FaultCode.INVALID_VALUE)),
        ("exclude.year=now", ("exclude.year", "now", FaultCode.INVALID_VALUE)),
        ("year_from=MMXIV", ("year_from", "MMXIV", FaultCode.INVALID_VALUE)),
        ("year_from=2015&year_to=2010", ("year_from", "2015", FaultCode.CONFLICT)),
        ("q=one&q=two", ("q", "two", FaultCode.REPEATED)),
        ("cursor=abc", ("cursor", "abc", FaultCode.INVALID_CURSOR)),
        ("colour=blue", ("colour", "blue", FaultCode.UNKNOWN_PARAMETER)),
    ],
)
def test_a_value_that_is_none_is_a_fault(text: str, expected: tuple[str, str, FaultCode]) -> None:
    """The fault names the parameter, the value and its sort."""
    assert [expected] == faults_of(text)


def test_the_rest_counts_beside_a_fault() -> None:
    """A page can show the fault and search with what was valid."""
    parameters, faults = parse(parse_qsl("q=water&size=banana&topic=cost&year=soon&year=2014"))

    assert SearchParameters(q="water", choices={"topic": ("cost",), "year": ("2014",)}) == parameters
    assert ["year", "size"] == [fault.parameter for fault in faults]


def test_a_fault_says_what_is_allowed() -> None:
    """The message is a sentence for whoever wrote the address."""
    expected = ParameterFault(
        "size", "banana", FaultCode.INVALID_VALUE, 'size is "banana": it must be a whole number from 1 to 100.'
    )

    assert (expected,) == parse([("size", "banana")])[1]


def test_ids_are_resolved() -> None:
    """A merged id becomes the one that stands for it now; an id of nothing is a fault."""
    known = {("organization", "old"): "new", ("organization", "new"): "new"}
    pairs = [("organization", "old"), ("organization", "new"), ("exclude.topic", "nosuch"), ("kind", "talk")]
    parameters, faults = parse(pairs, lambda name, value: known.get((name, value)))

    assert {"organization": ("new",), "kind": ("talk",)} == parameters.choices
    assert [("exclude.topic", FaultCode.UNKNOWN_VALUE)] == [(fault.parameter, fault.code) for fault in faults]


def test_the_usual_order_need_not_be_said() -> None:
    """Best match is usual with words, newest without; best match without words means nothing."""
    assert asked("q=water") == asked("q=water&sort=relevance")
    assert asked("") == asked("sort=newest")
    assert asked("") == asked("sort=relevance")
    assert Sort.NEWEST == asked("q=water&sort=newest").sort


def test_a_cursor_belongs_to_an_order_and_stands_for_the_page() -> None:
    """A cursor of another order, and a page beside a cursor, are faults."""
    cursor = Cursor("3", Sort.NEWEST, 20140220, "A/RES/68/4")
    text = encode(cursor)

    assert cursor == asked(f"cursor={text}").cursor
    assert [("cursor", text, FaultCode.INVALID_CURSOR)] == faults_of(f"q=water&cursor={text}")
    assert [("page", "2", FaultCode.CONFLICT)] == faults_of(f"page=2&cursor={text}")
