"""The process that forks a child for each file, watches over it and passes its answer on; see sandbox.py.

Standard input brings one JSON line for each task, standard output takes the answers, each with its length before it.
"""

import ctypes
import json
import os
import resource
import selectors
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from indexer.extraction.errors import ExtractionError, ExtractionFailure, FailureCode
from indexer.extraction.limits import MEGABYTE, Limits
from indexer.extraction.messages import packed
from indexer.extraction.reading import extract
from indexer.extraction.sandbox import HEADER
from indexer.language import detect
from indexer.model.place import ExtractedText

CHUNK = 1 << 16
PARENT_CHECK = 1.0
PR_SET_PDEATHSIG = 1
NICENESS = 10
MOST_FILES = 64
WARMING = "These words load the model of languages, once for all children."


@dataclass(frozen=True, slots=True)
class _Task:
    """One file to read; carefully, where its reader broke off before."""

    number: int
    path: str
    folder: str
    is_careful: bool = False


@dataclass(slots=True)
class _Child:
    """One child at work on one file."""

    task: _Task
    process: int
    pipe: int
    deadline: float
    answer: bytearray = field(default_factory=bytearray)
    failure: ExtractionFailure | None = None


class Supervisor:
    """Runs tasks, `workers` at a time, until standard input ends."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._workers = workers
        self._limits = limits
        self._waiting: list[_Task] = []
        self._children: dict[int, _Child] = {}
        self._selector = selectors.DefaultSelector()
        self._input = bytearray()
        self._parent = os.getppid()

    def run(self) -> None:
        """Serve until the caller closes the pipe or is gone; then end every child."""
        self._selector.register(0, selectors.EVENT_READ)
        try:
            while self._step():
                pass
        finally:
            for child in self._children.values():
                _end(child)

    def _step(self) -> bool:
        while self._waiting and len(self._children) < self._workers:
            self._fork(self._waiting.pop(0))
        for key, _ in self._selector.select(self._patience()):
            if key.fd == 0:
                if not self._take_tasks():
                    return False
            else:
                self._take_answer(self._children[key.fd])
        for child in [child for child in self._children.values() if time.monotonic() > child.deadline]:
            self._fail(child, FailureCode.TOO_SLOW, f"took more than {self._limits.wall_seconds:g} seconds to read")
            self._finish(child)
        return os.getppid() == self._parent

    def _patience(self) -> float:
        soonest = min((child.deadline for child in self._children.values()), default=float("inf"))
        return max(0.0, min(PARENT_CHECK, soonest - time.monotonic()))

    def _take_tasks(self) -> bool:
        content = os.read(0, CHUNK)
        self._input += content
        *lines, rest = self._input.split(b"\n")
        self._input = bytearray(rest)
        messages = [json.loads(line) for line in lines]
        self._waiting += [_Task(message["task"], message["path"], message["folder"]) for message in messages]
        return bool(content)

    def _fork(self, task: _Task) -> None:
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(reading)
            _be_child(task, writing, self._limits)
        os.close(writing)
        deadline = time.monotonic() + self._limits.wall_seconds
        self._children[reading] = _Child(task, process, reading, deadline)
        self._selector.register(reading, selectors.EVENT_READ)

    def _take_answer(self, child: _Child) -> None:
        content = os.read(child.pipe, CHUNK)
        child.answer += content
        if len(child.answer) > self._limits.output_bytes:
            most = self._limits.output_bytes // MEGABYTE
            self._fail(child, FailureCode.TOO_LARGE, f"holds more than {most} MB of text: divide it")
            self._finish(child)
        elif not content:
            self._finish(child)

    def _fail(self, child: _Child, code: FailureCode, fault: str) -> None:
        child.failure = ExtractionFailure(f"{child.task.path} {fault}", code)

    def _finish(self, child: _Child) -> None:
        """End a child and pass on what it gave, or why it gave nothing."""
        self._selector.unregister(child.pipe)
        del self._children[child.pipe]
        status = _end(child)
        if child.failure is None and _broke_off(status) and not child.task.is_careful:
            os.close(child.pipe)
            self._waiting.insert(0, replace(child.task, is_careful=True))
            return
        if child.failure is None and (status != 0 or not child.answer):
            code, fault = _cause(status, self._limits)
            self._fail(child, code, fault)
        answer = bytes(child.answer) if child.failure is None else packed(child.failure)
        os.close(child.pipe)
        _write(1, HEADER.pack(child.task.number, len(answer)) + answer)


def _end(child: _Child) -> int:
    """Kill what is left of a child and of programs that it started; return its status."""
    for kill in (os.killpg, os.kill):  # a child just forked has no group of its own yet
        with suppress(ProcessLookupError, PermissionError):
            kill(child.process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child.process, 0)[1])


def _broke_off(status: int) -> bool:
    """Whether a child died of a fault of its own, as pdfium does of some files that pdfminer reads."""
    return status < 0 and status not in {-signal.SIGXCPU, -signal.SIGKILL}


def _cause(status: int, limits: Limits) -> tuple[FailureCode, str]:
    if status == EXIT_MEMORY:
        most = limits.memory_bytes // MEGABYTE
        return FailureCode.TOO_MUCH_MEMORY, f"needs more than {most} MB of memory to read: divide it, or save it anew"
    if status in {-signal.SIGXCPU, -signal.SIGKILL}:
        return FailureCode.TOO_SLOW, f"took more than {limits.cpu_seconds} seconds to read: divide it, or save it anew"
    name = signal.Signals(-status).name if status < 0 else f"exit {status}"
    return FailureCode.CRASHED, f"made its reader break off ({name}): save it anew, or upload it in another format"


EXIT_MEMORY = 12


def _be_child(task: _Task, pipe: int, limits: Limits) -> None:
    """Read one file within the limits, write the answer and end; never returns."""
    status = 0
    try:
        _confine(limits)
        os.chdir(task.folder)
        _write(pipe, packed(_result(task, limits)))
    except MemoryError:
        status = EXIT_MEMORY
    except BaseException:  # noqa: BLE001  # nothing may return into the supervisor's loop
        status = 1
    finally:
        os._exit(status)


def _confine(limits: Limits) -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.umask(0o077)
    os.nice(NICENESS)
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.file_bytes),  # antiword keeps its input in an unnamed file
        (resource.RLIMIT_NOFILE, MOST_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _result(task: _Task, limits: Limits) -> ExtractedText | ExtractionFailure:
    try:
        return extract(Path(task.path), limits, is_careful=task.is_careful)
    except ExtractionError as error:
        return ExtractionFailure(str(error), error.code)


def _write(pipe: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(pipe, view) :]


def main() -> None:
    """Run the supervisor with the settings given as JSON."""
    settings = json.loads(sys.argv[1])
    try:
        detect(WARMING)
    except OSError as error:  # the model of languages is unpacked into a temporary file
        sys.exit(f"masthead: documents cannot be read now, for no temporary file can be written: {error.strerror}.")
    with suppress(BrokenPipeError):  # the caller went while an answer was under way
        Supervisor(settings["workers"], Limits(**settings["limits"])).run()


if __name__ == "__main__":
    main()
