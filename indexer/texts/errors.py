"""What can be wrong with a stored text."""

from pathlib import Path

from indexer.model.errors import ArchiveError
from indexer.model.identifiers import Sha256


class TextMissingError(ArchiveError):
    """The store has no text of this file by this reader, or no such place in it."""

    def __init__(self, file: Sha256, reader: str, number: int | None = None) -> None:
        place = "" if number is None else f"place {number} of "
        super().__init__(f"The store has no {place}text {file[:12]} by {reader}: run masthead index.")
        self.file = file
        self.reader = reader
        self.number = number


class TextDamagedError(ArchiveError):
    """A stored text is not as it was written."""

    def __init__(self, path: Path | str, detail: str) -> None:
        super().__init__(f"{path} is damaged ({detail}): delete it and run masthead index.")
        self.path = Path(path)
        self.detail = detail
