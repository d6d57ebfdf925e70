"""The kind follows from symbol and title."""

import pytest

from indexer.mastheads.kinds import propose_kind
from indexer.model.document import DocumentKind


@pytest.mark.parametrize(
    ("symbol", "title", "expected"),
    [
        ("A/RES/68/4", "Declaration", DocumentKind.RESOLUTION),
        ("UN/POP/MIG-12CM/2014/05", "Report of a body", DocumentKind.CONTRIBUTED_PAPER),
        (None, "Report of the Working Group", DocumentKind.REPORT),
        (None, "Migration: Report of the Secretary-General", DocumentKind.REPORT),
        (None, "Note by the President", DocumentKind.NOTE),
        (None, "Provisional agenda", DocumentKind.AGENDA),
        (None, "Information note for participants", DocumentKind.INFORMATION_NOTE),
        (None, "List of participants", DocumentKind.LIST_OF_PARTICIPANTS),
        (None, "Доклад Рабочей группы", DocumentKind.REPORT),
        (None, "Reporting on migration", None),
        (None, None, None),
    ],
)
def test_the_kind_is_told(symbol: str | None, title: str | None, expected: DocumentKind | None) -> None:
    """The series of the symbol goes before the words of the title; in doubt there is none."""
    found = propose_kind(symbol, title, ())

    assert expected == (found.value if found else None)
