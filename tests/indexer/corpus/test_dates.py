"""A date is as precise as is known, and says how it is known."""

from pathlib import Path

import pytest

from indexer.model.document import UNDATED, Basis, DocumentDate
from tests.indexer.corpus.corpora import PAPER, document_of, faults_of


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("date = 2014-02-20\n", DocumentDate(Basis.STATED, 2014, 2, 20)),
        ('date = "2014-02-20"\n', DocumentDate(Basis.STATED, 2014, 2, 20)),
        ('date = "2014-02"\ndate_basis = "inferred"\n', DocumentDate(Basis.INFERRED, 2014, 2)),
        ("date = 2014\n", DocumentDate(Basis.STATED, 2014)),
        ('date = 2014\ndate_basis = "from_symbol"\n', DocumentDate(Basis.FROM_SYMBOL, 2014)),
        ('date_basis = "from_symbol"\n', DocumentDate(Basis.FROM_SYMBOL, 2014)),
        ("", UNDATED),
        ('date_basis = "unknown"\n', UNDATED),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(tmp_path: Path, text: str, date: DocumentDate) -> None:
    """Days, months and years are read; the symbol may give the year."""
    assert date == document_of(tmp_path, PAPER + text).date


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("date = 2013\ndate_basis = 'from_symbol'\n", "the symbol says 2014"),
        ("date = '2014-02-30'\n", "which is no date"),
        ("date = true\n", "which is no date"),
        ("date = '20 February'\n", "which is no date"),
        ("date = 2014\ndate_basis = 'unknown'\n", "`date_basis` is unknown, but there is a date"),
        ("date_basis = 'inferred'\n", "`date_basis` is inferred, but there is no date"),
        ("date_basis = 'guessed'\n", "date_basis 'guessed' is not known; write one of stated,"),
    ],
)
def test_a_date_that_cannot_be_is_told(tmp_path: Path, text: str, fault: str) -> None:
    """A wrong date is one fault that says what is wrong."""
    (found,) = faults_of(tmp_path, PAPER + text)

    assert fault in found


def test_a_symbol_without_a_year_gives_no_date(tmp_path: Path) -> None:
    """The basis from_symbol needs a symbol that has a year."""
    (found,) = faults_of(tmp_path, 'id = "x"\nkind = "note"\ntitle = "x"\ndate_basis = "from_symbol"\n')

    assert "the symbol has no year" in found
