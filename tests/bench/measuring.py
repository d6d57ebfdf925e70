"""Measures one engine with one archive, in a process of its own."""

import gc
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from tests.bench.engines import ENGINES
from tests.bench.synthetic import Kind, Material, read_papers

ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class Building:
    """What making an index took.

    Attributes:
        processor: Seconds at work; fewer than `seconds` where the disk, or another program, was waited for.
        memory: The most megabytes that the process held.
    """

    seconds: float
    processor: float
    megabytes: float
    memory: float


@dataclass(frozen=True, slots=True)
class Asking:
    """What answering took, in milliseconds.

    Attributes:
        first: Of each question as asked first, with nothing kept in the process.
        again: Of each question in further rounds.
        totals: How many documents matched each question.
    """

    opening: float
    memory: float
    first: tuple[float, ...]
    again: tuple[tuple[float, ...], ...]
    totals: tuple[int, ...]
    kinds: tuple[Kind, ...]

    @property
    def all_again(self) -> list[float]:
        """The times of all further rounds."""
        return [one for times in self.again for one in times]

    def of_kind(self, kind: Kind) -> list[float]:
        """Return the times of further rounds for one kind of question."""
        return [one for times in self.again for one, of in zip(times, self.kinds, strict=True) if of is kind]


def measure_building(engine: str, material: Material, folder: Path) -> Building:
    """Index the documents in a process of its own."""
    result = _apart(_build, engine, material, folder)
    assert isinstance(result, Building)
    return result


def measure_asking(engine: str, material: Material, folder: Path) -> Asking:
    """Open the index in a process of its own and ask every question."""
    result = _apart(_ask, engine, material, folder)
    assert isinstance(result, Asking)
    return result


def percentile(times: Sequence[float], share: int) -> float:
    """Return the time that this many of a hundred do not exceed."""
    return statistics.quantiles(times, n=100, method="inclusive")[share - 1]


def _apart(task: Callable[..., None], engine: str, material: Material, folder: Path) -> object:
    """Run a task in a fresh process, so that memory is its own."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=task, args=(theirs, engine, material, folder))
    process.start()
    theirs.close()
    try:
        return ours.recv()
    finally:
        process.join()


def _build(answer: Connection, engine: str, material: Material, folder: Path) -> None:
    made = ENGINES[engine]()
    started, at_work = time.perf_counter(), time.process_time()
    made.build(folder, read_papers(material.papers))
    seconds, processor = time.perf_counter() - started, time.process_time() - at_work
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    answer.send(Building(seconds, processor, size / 1e6, _memory()))


def _ask(answer: Connection, engine: str, material: Material, folder: Path) -> None:
    made = ENGINES[engine]()
    started = time.perf_counter()
    made.open(folder)
    opening = (time.perf_counter() - started) * 1_000
    gc.freeze()
    first, totals, again = [], [], []
    for number in range(1 + ROUNDS):
        times = []
        for question in material.questions:
            started = time.perf_counter()
            total = made.ask(question)
            times.append((time.perf_counter() - started) * 1_000)
            if number == 0:
                totals.append(total)
        if number:
            again.append(tuple(times))
        else:
            first = times
    kinds = tuple(question.kind for question in material.questions)
    answer.send(Asking(opening, _memory(), tuple(first), tuple(again), tuple(totals), kinds))


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
