"""Where new documents are put."""

from pathlib import Path

import pytest

from indexer.archive.errors import WrongUseError
from indexer.archive.shelves import Shelf, shelf_of
from indexer.corpus import read_corpus
from indexer.model.archive import CorpusRecords
from indexer.model.document import DocumentKind
from tests.indexer.corpus.corpora import MEETING, a_corpus


@pytest.fixture
def records(tmp_path: Path) -> CorpusRecords:
    """A corpus with one meeting."""
    return read_corpus(a_corpus(tmp_path / "corpus", {"2014/twelfth/meeting.toml": f'id = "12cm-2014"\n{MEETING}'}))


def test_papers_and_other_documents_of_a_meeting(records: CorpusRecords) -> None:
    """They go below the folder of its record, wherever that is."""
    shelf = shelf_of(records, "12cm-2014")

    assert "2014/twelfth/papers" == shelf.folder_for(DocumentKind.CONTRIBUTED_PAPER)
    assert "2014/twelfth/background" == shelf.folder_for(DocumentKind.REPORT)


def test_documents_of_no_meeting(records: CorpusRecords) -> None:
    """They have a folder of their own."""
    assert "documents" == shelf_of(records, None).folder_for(DocumentKind.REPORT)


def test_a_meeting_to_be_founded(records: CorpusRecords) -> None:
    """In the series that is named, else in one of other meetings."""
    assert Shelf("13cm", "13cm", "13cm/meeting.toml", "other-meetings") == shelf_of(records, "13cm", create=True)  # type: ignore[arg-type]  # ids
    named = shelf_of(records, "13cm", create=True, series="coordination-meetings")
    assert "coordination-meetings" == named.founded_in


@pytest.mark.parametrize(
    ("meeting", "wish"),
    [
        ("13cm", {}),
        ("13cm", {"create": True, "series": "nosuch"}),
        ("Thirteenth Meeting", {"create": True}),
        ("../13cm", {"create": True}),
        ("vocabulary", {"create": True}),
    ],
)
def test_what_cannot_be_a_meeting(records: CorpusRecords, meeting: str, wish: dict[str, str]) -> None:
    """It is refused, with what there is."""
    with pytest.raises(WrongUseError):
        shelf_of(records, meeting, **wish)  # type: ignore[arg-type]  # as a keeper types them
