"""Addenda, revisions and corrigenda named in one breath with a symbol are found with it."""

import pytest

from indexer.symbols import find_symbols


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/68/190 and Add.1", ["A/68/190", "A/68/190/Add.1"]),
        ("A/68/190, Add.1 and Corr.1", ["A/68/190", "A/68/190/Add.1", "A/68/190/Corr.1"]),
        ("(A/68/190/Add.1 and 2)", ["A/68/190/Add.1", "A/68/190/Add.2"]),
        ("A/68/190/Add.1-3.", ["A/68/190/Add.1", "A/68/190/Add.2", "A/68/190/Add.3"]),
        ("A/68/190 et Add.1", ["A/68/190", "A/68/190/Add.1"]),
        ("A/68/190和Add.1", ["A/68/190", "A/68/190/Add.1"]),
        ("A/68/190/Add.1 and 2 more reports", ["A/68/190/Add.1"]),
        ("A/68/190 and A/68/191", ["A/68/190", "A/68/191"]),
    ],
)
def test_what_is_added_belongs_to_the_symbol_before(text: str, expected: list[str]) -> None:
    """Add.1 after a symbol is an addendum to it, and 2 after Add.1 is another."""
    assert expected == [symbol.canonical for symbol in find_symbols(text)]
