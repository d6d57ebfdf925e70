"""What can be wrong with an index on disk."""

from pathlib import Path

from indexer.model.errors import ArchiveError


class IndexDamagedError(ArchiveError):
    """A file of the index is missing or not as it was written."""

    def __init__(self, path: Path, fault: str) -> None:
        super().__init__(f"The index file {path} is damaged ({fault}): run masthead index to build it anew.")
        self.path = path


class IndexOutdatedError(ArchiveError):
    """The index was made by another version of the program."""

    def __init__(self, path: Path, found: str, wanted: str) -> None:
        super().__init__(
            f"The index {path} is of format {found}, this program reads {wanted}: run masthead index to build it anew."
        )
        self.path = path


class IndexBusyError(ArchiveError):
    """Another run is writing the index."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The index {path} is being written by another run: try again when that has ended.")
        self.path = path
