"""Reads files in child processes with limits on time and memory, so that a death costs one file and never the run.

The pool starts one supervisor, a fresh single-threaded process, which has imported the readers and forks a child for
each file (1.3 ms; a fresh interpreter takes 260). So it is safe in a process with threads, and nothing of the caller's
memory is in a child that reads hostile files. The supervisor ends when its standard input does, also where the caller
was killed.
"""

import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from indexer.extraction.errors import ExtractionFailure, FailureCode
from indexer.extraction.limits import Limits
from indexer.extraction.messages import unpacked
from indexer.model.place import ExtractedText

HEADER = struct.Struct("!II")
"""Before each answer: the number of the task, and how many bytes follow."""

Result = ExtractedText | ExtractionFailure


class ExtractionPool:
    """Reads many files, `workers` at a time; a context manager that leaves no process behind."""

    def __init__(self, workers: int, limits: Limits | None = None) -> None:
        self._workers = max(1, workers)
        self._limits = limits or Limits()
        self._supervisor: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Start the supervisor."""
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the supervisor and with it every child."""
        self._stop()

    def extract_many(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Result]]:
        """Yield each path with its text or the failure, in the order in which they are done.

        Only as many files are under way as there are workers, and as many again wait, so the paths may be endless.
        One thread at a time runs this; another one waits.
        """
        with self._lock:
            try:
                yield from self._extract_many(iter(paths))
            except BaseException:  # a caller that leaves midway leaves answers in the pipe
                self._stop()
                raise

    def _extract_many(self, paths: Iterator[Path]) -> Iterator[tuple[Path, Result]]:
        waiting: dict[int, Path] = {}
        number = 0
        while True:
            while len(waiting) < 2 * self._workers and (path := next(paths, None)) is not None:
                number += 1
                waiting[number] = path
                self._ask(number, path)
            if not waiting:
                return
            try:
                done, result = self._answer()
            except EOFError:
                yield from self._after_death(waiting)
                waiting = {}
                continue
            yield waiting.pop(done), result

    def _after_death(self, waiting: dict[int, Path]) -> Iterator[tuple[Path, Result]]:
        """Report what was under way when the supervisor itself died, and go on with a new one."""
        self._stop()
        for path in waiting.values():
            reason = f"{path} was not read, for the supervising process was ended: run again"
            yield path, ExtractionFailure(reason, FailureCode.INTERRUPTED)

    def _ask(self, number: int, path: Path) -> None:
        process = self._start()
        message = json.dumps({"task": number, "path": os.fspath(path), "folder": os.getcwd()})  # noqa: PTH109
        try:
            stream = _open(process.stdin)
            stream.write(message.encode() + b"\n")
            stream.flush()
        except BrokenPipeError:
            return  # the answer will not come either, and is missed there

    def _answer(self) -> tuple[int, Result]:
        stream = _open(self._start().stdout)
        number, length = HEADER.unpack(_exactly(stream, HEADER.size))
        return number, unpacked(_exactly(stream, length))

    def _start(self) -> subprocess.Popen[bytes]:
        if self._supervisor is None:
            limits = json.dumps({"workers": self._workers, "limits": asdict(self._limits)})
            self._supervisor = subprocess.Popen(  # noqa: S603  # this interpreter and a module of this room
                [sys.executable, "-m", "indexer.extraction.supervisor", limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # an interrupt from the keyboard is the caller's to handle
            )
        return self._supervisor

    def _stop(self) -> None:
        process, self._supervisor = self._supervisor, None
        if process is None:
            return
        _open(process.stdout).close()
        with suppress(BrokenPipeError):
            _open(process.stdin).close()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content
