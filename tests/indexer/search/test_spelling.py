"""A correction is offered where it finds something, and only there."""

import pytest

from indexer.search.spelling import suggest
from tests.contract.builders import an_entry
from tests.contract.naive_engine import NaiveEngine

ENGINE = NaiveEngine((an_entry("a", body="migration and remittances"), an_entry("b", body="water")))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("migratoin",), "migration"),
        (("migratoin", "and", "remitances"), "migration and remittances"),
        (("Migration", "remitances"), "Migration remittances"),
        (("migratoin", "watre"), None),  # both are known, but nothing has both
        (("migration", "water"), None),  # nothing is misspelt
        (("migratoin", "xylophone"), None),
        (("…",), None),
        ((), None),
        (("migratoin",) * 9, None),
    ],
)
def test_a_correction_finds_something(typed: tuple[str, ...], expected: str | None) -> None:
    """Words the index does not have are replaced by near ones, if the whole then finds something."""
    assert expected == suggest(typed, ENGINE)
