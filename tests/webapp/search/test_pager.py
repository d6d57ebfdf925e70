"""Links to pages."""

import pytest

from webapp.search.pager import pager


@pytest.mark.parametrize(
    ("page", "pages", "expected"),
    [
        (1, 0, []),
        (1, 1, []),
        (1, 2, ["1", "2", "Next"]),
        (2, 2, ["Previous", "1", "2"]),
        (1, 9, ["1", "2", "…", "9", "Next"]),
        (5, 9, ["Previous", "1", "…", "4", "5", "6", "…", "9", "Next"]),
        (9, 9, ["Previous", "1", "…", "8", "9"]),
        (3, 1_000, ["Previous", "1", "2", "3", "4", "…", "1,000", "Next"]),
    ],
)
def test_first_last_and_near_pages_are_linked(page: int, pages: int, expected: list[str]) -> None:
    """Gaps are shown, and one page needs no pager."""
    assert expected == [link.label for link in pager(page, pages, str)]
