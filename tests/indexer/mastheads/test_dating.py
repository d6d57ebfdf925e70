"""The date is the masthead's, else the symbol's year, else the file's."""

import pytest

from indexer.model.document import Basis
from tests.indexer.mastheads.builders import proposal_of


@pytest.mark.parametrize(
    ("text", "name", "created", "expected"),
    [
        ("United Nations A/68/370\n\n5 September 2013\n\nA title", "x.pdf", "", ("2013-09-05", Basis.STATED, 0.95)),
        ("United Nations A/68/370\n\n5 September 1998\n\nA title", "x.pdf", "", ("1998-09-05", Basis.STATED, 0.5)),
        ("United Nations A/68/370\n\nA title", "x.pdf", "", ("2013", Basis.FROM_SYMBOL, 0.8)),
        ("ENGLISH ONLY\n\nNew York, 20-21 February 2014\n\nA title", "x.pdf", "D:2015", ("2015", Basis.INFERRED, 0.3)),
        ("A plan\n\nSeptember 2015", "x.pdf", "", ("2015-09", Basis.STATED, 0.8)),
        ("A plan up to 31 December 2030", "x.pdf", "D:20150928", ("2015", Basis.INFERRED, 0.3)),
        ("Resolution 528 (1982)\nof 21 December 1982", "x.txt", "", ("1982-12-21", Basis.STATED, 0.95)),
        ("A plan", "x.pdf", "", None),
    ],
)
def test_a_date_is_proposed(text: str, name: str, created: str, expected: tuple[str, Basis, float] | None) -> None:
    """A meeting's date and one after the file was made are not the document's; a symbol of another year lowers it."""
    found = proposal_of(text, name, properties=(("created", created),)).date

    assert expected == ((found.value.iso(), found.value.basis, found.confidence) if found else None)
