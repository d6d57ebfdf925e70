"""The one folder that an index is in: every file is written once, synced, and from then on only read or removed."""

import os
from pathlib import Path
from typing import BinaryIO, Final

_DRAFT: Final = "."


class IndexFolder:
    """Writes the files of an index so that a power cut leaves the old state or the new one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> set[str]:
        """Return the names of all files."""
        return {path.name for path in self.path.iterdir() if path.is_file()}

    def create(self, name: str) -> BinaryIO:
        """Open a new file for writing; fails where the name is taken, as other generations may read that file."""
        return (self.path / name).open("xb")

    def sync(self, file: BinaryIO) -> None:
        """Wait until what was written to a file is on the disk."""
        file.flush()
        os.fsync(file.fileno())

    def replace(self, name: str, content: bytes) -> None:
        """Put a small file in the place of another, at once and for good."""
        draft = f"{_DRAFT}{name}"
        self.remove(draft)  # left behind by a run that was killed
        with self.create(draft) as file:
            file.write(content)
            self.sync(file)
        self.rename(draft, name)
        self.sync_names()

    def rename(self, name: str, new: str) -> None:
        """Give a file a name that another may have had."""
        (self.path / name).replace(self.path / new)

    def remove(self, name: str) -> None:
        """Take a name away; whoever has the file open, or under a name elsewhere, keeps it."""
        (self.path / name).unlink(missing_ok=True)

    def sync_names(self) -> None:
        """Wait until the names are on the disk."""
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
