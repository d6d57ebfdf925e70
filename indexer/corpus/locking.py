"""One lock for all that write to a corpus; the kernel frees it when its holder dies."""

import datetime as dt
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from indexer.corpus.errors import CorpusLockedError

LOCK_FILE: Final = "corpus.lock"


@contextmanager
def corpus_lock(state: Path, command: str, since: dt.datetime) -> Iterator[None]:
    """Hold the corpus for writing; whoever else asks meanwhile is told who holds it.

    Args:
        state: The state folder; made where it is missing.
        command: What is being done, such as `masthead add`.
        since: The time now.

    Raises:
        CorpusLockedError: Another process, or another thread of this one, holds the corpus.
    """
    state.mkdir(parents=True, exist_ok=True)
    path = state / LOCK_FILE
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor, path)
        _write(descriptor, _self(command, since))
        yield
        _write(descriptor, b"")
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise CorpusLockedError(path, _holder(path)) from error


def _self(command: str, since: dt.datetime) -> bytes:
    holder = {"pid": os.getpid(), "host": socket.gethostname(), "command": command}
    return json.dumps(holder | {"since": since.isoformat(timespec="seconds")}).encode()


def _write(descriptor: int, content: bytes) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, content, 0)


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_bytes())
        return f"process {holder['pid']} on {holder['host']} ({holder['command']}, since {holder['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "a process that has just begun"
