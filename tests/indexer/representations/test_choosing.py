"""Addresses of searches that differ in one parameter are those that the parameters themselves have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model.querytree import Sort
from indexer.representations.addresses import Addresses
from indexer.representations.search_parameters import CHOICE_NAMES, SearchParameters

_VALUES = st.sampled_from(("who", "UN/POP 1", "a&b=c", "2010..2015", "é", "undated"))
_CHOICES = st.dictionaries(
    st.sampled_from(CHOICE_NAMES), st.sets(_VALUES, min_size=1).map(lambda values: tuple(sorted(values)))
)
_SEARCHES = st.builds(
    SearchParameters,
    q=st.sampled_from(("", "water", "fees & costs", "a+b%c")),
    choices=_CHOICES,
    sort=st.sampled_from((None, Sort.TITLE)),
    page=st.integers(1, 3),
    size=st.sampled_from((10, 50)),
)


@given(_SEARCHES, st.sampled_from(CHOICE_NAMES), _VALUES)
def test_a_toggled_value_is_chosen_or_no_longer(parameters: SearchParameters, name: str, value: str) -> None:
    """Whatever else is asked, and wherever the parameter stands among the others."""
    is_chosen = value in parameters.values(name)
    toggled = parameters.without_value(name, value) if is_chosen else parameters.with_value(name, value)
    addresses = Addresses("", "/archive")

    assert addresses.search(toggled) == addresses.search_choosing(parameters, name).toggled(value)
    assert addresses.api_search(toggled) == addresses.api_search_choosing(parameters, name).toggled(value)


@pytest.mark.parametrize(
    ("values", "address"), [(("2014",), "/search?q=water&year=2014&sort=title"), ((), "/search?q=water&sort=title")]
)
def test_only_these_values_are_chosen(values: tuple[str, ...], address: str) -> None:
    """What was chosen under the parameter goes; the rest stays where it was."""
    parameters = SearchParameters(q="water", choices={"year": ("1990", "1991")}, sort=Sort.TITLE, page=3)

    assert address == Addresses().search_choosing(parameters, "year").only(values)
