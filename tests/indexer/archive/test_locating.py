"""Which record a keeper means."""

from pathlib import Path

import pytest

from indexer.archive.errors import NotFoundError, RemovedError, WrongUseError
from indexer.archive.locating import present, recorded, version_meant
from indexer.corpus import read_corpus
from indexer.model.archive import CorpusRecords
from indexer.model.identifiers import Language
from tests.indexer.corpus.corpora import PAPER, a_corpus

VERSIONS = '\n[[version]]\nlanguage = "en"\n\n[[version]]\nlanguage = "fr"\n'
TOMBSTONE = 'id = "gone"\nkind = "note"\n\n[removed]\non = 2026-01-02\nreason = "withdrawn"\n'


@pytest.fixture
def records(tmp_path: Path) -> CorpusRecords:
    """A paper in two languages, and a tombstone."""
    files: dict[str, str | bytes] = {"documents/paper.toml": PAPER + VERSIONS, "documents/gone.toml": TOMBSTONE}
    return read_corpus(a_corpus(tmp_path / "corpus", files))


def test_any_spelling_of_a_symbol(records: CorpusRecords) -> None:
    """Small letters and spaces mean the same document."""
    assert "UN/POP/MIG-12CM/2014/03" == recorded(records, "un/pop/mig-12cm/2014/03").id


def test_removed_documents_are_told(records: CorpusRecords) -> None:
    """They are recorded and not present."""
    assert "gone" == recorded(records, "gone").id
    with pytest.raises(RemovedError, match="withdrawn"):
        present(records, "gone")


def test_unknown_ones_are_told_with_the_nearest(records: CorpusRecords) -> None:
    """A slip of the finger is answered."""
    with pytest.raises(WrongUseError, match="did you mean UN/POP/MIG-12CM/2014/03"):
        present(records, "UN/POP/MIG-12CM/2014/33")


def test_a_version_is_named_where_there_are_several(records: CorpusRecords) -> None:
    """One that there is not is refused with those there are."""
    document = present(records, "UN/POP/MIG-12CM/2014/03")

    assert "fr" == version_meant(document, Language("fr")).language
    with pytest.raises(WrongUseError, match="en, fr"):
        version_meant(document, None)
    with pytest.raises(NotFoundError, match="en, fr"):
        version_meant(document, Language("ru"))
