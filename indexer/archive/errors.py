"""What can go wrong at the two doors."""

from datetime import date

from indexer.model.archive import RecordFault
from indexer.model.errors import ArchiveError


class IndexUnavailableError(ArchiveError):
    """There is no generation that can be read; the message says what to run."""


class NotFoundError(ArchiveError):
    """Nothing has that id."""

    def __init__(self, what: str, value: str) -> None:
        super().__init__(f"There is no {what} {value} in this archive.")
        self.what = what
        self.value = value


class RemovedError(NotFoundError):
    """A document was taken out; its record says when and why."""

    def __init__(self, value: str, on: date, reason: str) -> None:
        super().__init__("document", value)
        self.args = (f"{value} was removed on {on:%d %B %Y}: {reason}",)
        self.on = on
        self.reason = reason


class MovedError(NotFoundError):
    """The id is another spelling, or was merged: the record is at `target`."""

    def __init__(self, what: str, value: str, target: str) -> None:
        super().__init__(what, value)
        self.target = target


class WrongRecordError(ArchiveError):
    """A record would not be a good one; nothing was written."""

    def __init__(self, faults: tuple[RecordFault, ...]) -> None:
        super().__init__("Nothing was written. " + " ".join(f"{fault}." for fault in faults))
        self.faults = faults


class WrongUseError(ArchiveError):
    """What a keeper asks for cannot be meant; the message says what can."""
