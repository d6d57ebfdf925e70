"""The fields that keepers set by name."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.archive.errors import WrongUseError
from indexer.archive.fields import Assignment, assignments, change_of, document_date, parsed_date
from indexer.corpus import AuthorityIndex, read_corpus
from indexer.model.document import Basis, DocumentDate
from indexer.model.identifiers import Language
from tests.indexer.corpus.corpora import PAPER, a_corpus, document_of

Edited = Callable[[str, str], str]


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """Gives the text of a record after one assignment."""
    authorities = AuthorityIndex(read_corpus(a_corpus(tmp_path / "vocabulary")).vocabulary)

    def change(text: str, assignment: str) -> str:
        return change_of(assignments([assignment])[0], authorities)(text)

    return change


def test_repeated_fields_become_a_list() -> None:
    """The names of fields are taken in both numbers; an empty value is none."""
    assert (
        Assignment("organization", ("who", "ilo")),
        Assignment("title", ("Un titre",), Language("fr")),
        Assignment("note", ()),
    ) == assignments(["organization=who", "organizations=ilo", "fr.title=Un titre", "note="])


@pytest.mark.parametrize("text", ["title", "nosuch=1", "fr.date=2014", "fr.=x", "=x"])
def test_what_sets_nothing_is_refused(text: str) -> None:
    """With a sentence that says what can be set."""
    with pytest.raises(WrongUseError):
        assignments([text])


@pytest.mark.parametrize(
    ("text", "written"),
    [("2014-02-20", dt.date(2014, 2, 20)), ("2014-02", "2014-02"), ("2014", 2014)],
)
def test_dates_are_written_as_precisely_as_they_are_known(text: str, written: object) -> None:
    """A day, a month or a year."""
    assert written == parsed_date(text)


@pytest.mark.parametrize("text", ["", "20 February 2014", "2014-13", "2014-02-30", "14"])
def test_dates_that_are_none(text: str) -> None:
    """They are refused."""
    with pytest.raises(WrongUseError):
        document_date(text)


def test_a_date_is_stated() -> None:
    """Whoever gives one has read it."""
    assert DocumentDate(Basis.STATED, 2014, 2) == document_date("2014-02")


def test_roles_of_organizations_that_stay_are_kept(edited: Edited, tmp_path: Path) -> None:
    """Those that are new are authors."""
    record = PAPER + 'organizations = [{ organization = "unfpa", role = "issuing_body" }]\n'
    both = edited(record.replace("unfpa", "unfpa"), "organization=UNFPA")

    assert "issuing_body" in both
    assert [("unfpa", "issuing_body")] == [
        (one.organization, one.role) for one in document_of(tmp_path / "corpus", both).contributions
    ]


def test_a_stated_date_takes_the_place_of_an_inferred_one(edited: Edited, tmp_path: Path) -> None:
    """The basis goes with the old date."""
    text = edited(PAPER + 'date = 2013\ndate_basis = "inferred"\n', "date=2014-02-20")

    assert DocumentDate(Basis.STATED, 2014, 2, 20) == document_of(tmp_path / "corpus", text).date


def test_a_symbol_takes_the_place_of_an_id(edited: Edited, tmp_path: Path) -> None:
    """A record has one or the other."""
    text = edited(PAPER.replace('symbol = "UN/POP/MIG-12CM/2014/03"', 'id = "a-paper"'), "symbol=a/68/370")

    assert "A/68/370" == document_of(tmp_path / "corpus", text).id


def test_a_specimen_is_marked(edited: Edited) -> None:
    """`true` sets the mark, anything else takes it away."""
    text = edited(PAPER, "specimen=true")

    assert "specimen = true" in text
    assert PAPER == edited(text, "specimen=false")
