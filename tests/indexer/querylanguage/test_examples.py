"""The examples that the help shows."""

import pytest

from indexer.querylanguage import QUERY_HELP, parse
from tests.indexer.querylanguage.asking import AllNames


@pytest.mark.parametrize("example", [example for example, _ in QUERY_HELP])
def test_an_example_is_understood_without_a_note(example: str) -> None:
    """What the help tells people to type works as typed."""
    assert () == parse(example, AllNames()).notes


@pytest.mark.parametrize("meaning", [meaning for _, meaning in QUERY_HELP])
def test_an_example_is_explained_in_a_sentence(meaning: str) -> None:
    """Every row says what it does."""
    assert meaning.endswith(".")
