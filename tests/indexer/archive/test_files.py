"""What readers are told of files."""

import pytest

from indexer.archive.files import FileTrouble, is_as_recorded, trouble_with
from indexer.catalogue import FileRecord, FileState
from indexer.model.place import QualityFault, QualityNote

NO_TEXT = QualityNote(QualityFault.NO_TEXT, "is a scan")


@pytest.mark.parametrize(
    ("file", "trouble"),
    [
        (FileRecord("a.pdf", FileState.READ, places=3), None),
        (FileRecord("a.pdf", FileState.READ, places=0), FileTrouble.NO_TEXT),
        (FileRecord("a.pdf", FileState.FAILED, notes=(NO_TEXT,)), FileTrouble.NO_TEXT),
        (FileRecord("a.pdf", FileState.FAILED, reason="is encrypted"), FileTrouble.UNREADABLE),
        (FileRecord("a.pdf", FileState.MISSING), FileTrouble.MISSING),
        (FileRecord("a.pdf", FileState.DAMAGED), FileTrouble.DAMAGED),
    ],
)
def test_every_state_has_its_trouble(file: FileRecord, trouble: FileTrouble | None) -> None:
    """A file with a text has none."""
    assert trouble == trouble_with(file)


def test_a_file_without_text_is_still_given_out() -> None:
    """An encrypted or scanned file is what its record says; a missing or damaged one is not."""
    given = [is_as_recorded(FileRecord("a.pdf", state)) for state in (FileState.READ, FileState.FAILED)]
    kept = [is_as_recorded(FileRecord("a.pdf", state)) for state in (FileState.MISSING, FileState.DAMAGED)]

    assert ([True, True], [False, False]) == (given, kept)
