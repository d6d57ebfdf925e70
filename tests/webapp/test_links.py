"""Words with where they lead."""

import pytest

from indexer.model.identifiers import UNDETERMINED, Language
from webapp.links import Words, fact, followable, in_language, known, outside, tag

FRENCH = Language("fr")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//example.org", "data:text/html,x", "ftp://example.org"])
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    """Whatever else a record holds is shown as words."""
    assert Words(address) == outside("Website", address)
    assert followable("Website", address) is None


def test_an_address_of_the_web_leads_out() -> None:
    """And says that it does."""
    assert Words("Website", "https://example.org", is_outside=True) == followable("Website", "https://example.org")


def test_no_address_is_no_words() -> None:
    """Nothing known, nothing shown."""
    assert followable("Website", None) is None


def test_words_come_in_the_language_asked_for_else_english_else_any() -> None:
    """And they say in which."""
    labels = {Language("ru"): "Затраты", Language("en"): "Costs"}

    assert Words("Costs", language="en") == in_language(labels, FRENCH)
    assert Words("Затраты", language="ru") == in_language({Language("ru"): "Затраты"}, FRENCH)
    assert Words("") == in_language({}, FRENCH)


def test_lines_without_values_are_left_out() -> None:
    """A record shows what is known."""
    assert (fact("Kind", "Note"),) == known(fact("Kind", "Note"), fact("Date", None, ""), fact("Topics"))


def test_an_unknown_language_has_no_tag() -> None:
    """`und` says nothing to a browser."""
    assert ["fr", ""] == [tag(FRENCH), tag(UNDETERMINED)]
