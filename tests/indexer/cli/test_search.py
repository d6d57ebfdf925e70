"""`masthead search`."""

from tests.corpora import symbol
from tests.indexer.cli.conftest import Masthead


def test_words_are_found(masthead: Masthead) -> None:
    """The hit is shown with its symbol, its facts and a passage."""
    outcome = masthead("search", "unicum1")

    assert 0 == outcome.code
    assert "1 result for unicum1" in outcome.out
    assert symbol(1) in outcome.out


def test_filters_and_order(masthead: Masthead) -> None:
    """Only what the options leave, in the order that they ask for."""
    outcome = masthead("search", "remittances", "--organization", "unfpa", "--sort", "oldest", "--size", "1", "--json")

    assert 2 == outcome.json["total"]["value"]
    assert [symbol(1)] == [hit["id"] for hit in outcome.json["results"]]


def test_a_value_that_is_none_is_wrong_use(masthead: Masthead) -> None:
    """The option is named and nothing is searched."""
    outcome = masthead("search", "--organization", "nosuch")

    assert 2 == outcome.code
    assert "nosuch" in outcome.err


def test_without_an_index_it_says_what_to_run(masthead: Masthead) -> None:
    """One sentence and exit code 3."""
    (masthead.archive.state / "current").unlink()

    outcome = masthead("search", "migrants")

    assert (3, True) == (outcome.code, "masthead index" in outcome.err)
