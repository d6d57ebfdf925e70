"""What became of each original is kept, where it is the original's doing."""

from pathlib import Path

import pytest

from indexer.catalogue import FileRecord, FileState
from indexer.extraction import ExtractionFailure
from indexer.extraction.errors import FailureCode
from indexer.indexing import Silent
from indexer.indexing.originals import Checked, Originals
from indexer.model.identifiers import Sha256
from indexer.texts import TextStore

SHA = Sha256("0" * 64)


@pytest.mark.parametrize(
    ("code", "is_kept"),
    [
        (FailureCode.ENCRYPTED, True),
        (FailureCode.CRASHED, True),
        (FailureCode.INTERRUPTED, False),
        (FailureCode.PROGRAM_MISSING, False),
    ],
)
def test_failures_that_are_not_the_files_do_not_outlast_the_run(tmp_path: Path, code: str, is_kept: bool) -> None:  # noqa: FBT001 - a case
    """The reason is told all the same."""
    store = TextStore(tmp_path / "texts")
    path = tmp_path / "paper.doc"
    path.write_bytes(b"")
    originals = Originals(store, 1, Silent())
    one = Checked(FileRecord("paper.doc", FileState.MISSING), path, SHA, 0)
    originals._keep_failure(one, "doc-1", ExtractionFailure(f"{path} is no good", code))

    expected = (is_kept, "is no good")
    assert expected == (store.find_failure(SHA, "doc-1") is not None, originals._reason(one, "doc-1"))


def test_a_file_that_changed_while_it_was_read_is_told(tmp_path: Path) -> None:
    """There is neither text nor failure of the content that was seen first."""
    originals = Originals(TextStore(tmp_path / "texts"), 1, Silent())
    one = Checked(FileRecord("paper.doc", FileState.MISSING), tmp_path / "paper.doc", SHA, 0)

    assert "changed while it was read: run again" == originals._reason(one, "doc-1")
