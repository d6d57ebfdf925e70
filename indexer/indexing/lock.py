"""One run at a time: a lock that the kernel frees at death and that says who holds it."""

import fcntl
import json
import os
import socket
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from indexer.model.errors import ArchiveError


class LockHeldError(ArchiveError):
    """Another run is writing; the message says which process, on which machine, since when."""


class RunLock:
    """The right to change the state folder, held while the context lasts."""

    def __init__(self, path: Path, now: datetime) -> None:
        self._path = path
        self._now = now
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            LockHeldError: Another process has it.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            with file:
                raise LockHeldError(self._held_by(file)) from error
        file.truncate(0)
        holder = {
            "process": os.getpid(),
            "host": socket.gethostname(),
            "since": self._now.isoformat(timespec="seconds"),
        }
        json.dump(holder, file)
        file.flush()
        self._file = file
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the lock back."""
        if self._file:
            self._file.truncate(0)
            self._file.close()
            self._file = None

    @staticmethod
    def _held_by(file: IO[str]) -> str:
        file.seek(0)
        try:
            holder = json.loads(file.read())
            who = f"process {holder['process']} on {holder['host']} since {holder['since']}"
        except (ValueError, KeyError, TypeError):
            who = "another process that is just starting"
        return f"The archive is being changed by {who}: wait for it to end, or stop it, and try again."
