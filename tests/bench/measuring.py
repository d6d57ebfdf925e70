"""Measures one engine with one collection, in processes of its own."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from tests.bench.engines import OURS
from tests.bench.material import Kind, Material, recombined

ROOT: Final = Path(__file__).parents[2]
SYSTEMS_PYTHON: Final = "/usr/bin/python3"
"""What can import the peers that are installed with the system."""
OF_THE_SYSTEM: Final = frozenset({"xapian"})


BUILDS: Final = 5
SECONDS_OF_BUILDS: Final = 60
"""No further build of the same index begins after so long."""


class PeerError(Exception):
    """A peer cannot be measured; says why."""


@dataclass(frozen=True, slots=True)
class Building:
    """What making an index took.

    Attributes:
        processor: Seconds at work in all threads; fewer than `seconds` where something was waited for.
        megabytes: Of the index.
        peak: The most megabytes that the process held.
    """

    seconds: float
    processor: float
    megabytes: float
    peak: float


@dataclass(frozen=True, slots=True)
class Asking:
    """What answering took, in milliseconds, and the memory that no file stands behind, in megabytes.

    Attributes:
        opening: The median of many openings.
        opened, asked: Memory after opening, and after all questions.
        anew: Each question in an engine that was opened for it alone.
        cold: Each question when it was first asked, in an engine that had just been opened for all of them.
        warm: The median of each question's further rounds.
        recombined: Questions of the same words in combinations that had not been asked.
    """

    opening: float
    opened: float
    asked: float
    anew: list[float]
    cold: list[float]
    warm: list[float]
    recombined: list[float]


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine with one collection.

    Attributes:
        collection: Its name: `made`, or `records`.
        kinds, further_kinds: Of the questions, and of those of recombined words.
        top: The ten best.
        counted: The ten best with three facets.
        agreeing: How many questions have the total and the counts that our engine finds.
    """

    collection: str
    documents: int
    engine: str
    version: str
    kinds: list[Kind]
    further_kinds: list[Kind]
    building: Building
    top: Asking
    counted: Asking
    agreeing: int

    @classmethod
    def read(cls, values: dict[str, Any]) -> Self:
        """Return what was written as JSON."""
        values = {
            **values,
            "kinds": [Kind(kind) for kind in values["kinds"]],
            "further_kinds": [Kind(kind) for kind in values["further_kinds"]],
            "building": Building(**values["building"]),
            "top": Asking(**values["top"]),
            "counted": Asking(**values["counted"]),
        }
        return cls(**values)

    @property
    def speed(self) -> float:
        """Documents indexed in a second."""
        return self.documents / self.building.seconds

    @property
    def speed_at_work(self) -> float:
        """Documents indexed in a second of the processor."""
        return self.documents / self.building.processor


class Bench:
    """Measures engines with one collection; our engine first, for the others are compared with what it finds."""

    def __init__(self, collection: str, material: Material, documents: int) -> None:
        self._collection = collection
        self._material = material
        self._documents = documents
        self._expected: list[dict[str, Any]] | None = None
        self._versions: dict[str, str] = {}
        self._rounds: dict[str, list[Building]] = {}
        self._faults: dict[str, PeerError] = {}

    def build(self, engines: Sequence[str]) -> None:
        """Build the index of each engine, by turns: where the machine is slower for a while, it is so for all."""
        for _ in range(BUILDS):
            for engine in engines:
                if engine not in self._faults and sum(one.seconds for one in self._of(engine)) < SECONDS_OF_BUILDS:
                    self._build(engine)

    def measured(self, engine: str) -> Measured:
        """Ask an engine whose index is built, and take the index away.

        Raises:
            PeerError: It could not be built, or cannot be asked.
        """
        index = self._material.folder / engine
        try:
            if engine in self._faults:
                raise self._faults[engine]
            top, counted = self._run("ask", engine), self._run("ask_counted", engine)
        finally:
            shutil.rmtree(index, ignore_errors=True)
        questions = self._material.questions()
        top.pop("answers")
        return Measured(
            self._collection,
            self._documents,
            engine,
            self._versions[engine],
            [one.kind for one in questions],
            [one.kind for one in recombined(questions)],
            _middle(self._of(engine)),
            Asking(**top),
            Asking(**{name: value for name, value in counted.items() if name != "answers"}),
            self._agreeing(engine, counted["answers"]),
        )

    def _of(self, engine: str) -> list[Building]:
        return self._rounds.setdefault(engine, [])

    def _build(self, engine: str) -> None:
        index = self._material.folder / engine
        shutil.rmtree(index, ignore_errors=True)
        index.mkdir()
        try:
            if engine not in self._versions:
                self._versions[engine] = self._run("version", engine)["version"]
            self._of(engine).append(Building(**self._run("build", engine)))
        except PeerError as fault:
            self._faults[engine] = fault

    def _agreeing(self, engine: str, answers: list[dict[str, Any]]) -> int:
        if engine == OURS:
            self._expected = answers
        return sum(_same(a, b) for a, b in zip(self._expected or answers, answers, strict=True))

    def _run(self, task: str, engine: str) -> dict[str, Any]:
        python = SYSTEMS_PYTHON if engine in OF_THE_SYSTEM else sys.executable
        arguments = [task, engine, str(self._material.folder), str(self._material.folder / engine)]
        run = [python, "-W", "ignore", "-m", "tests.bench.worker", *arguments]
        done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode and task == "version" and engine != OURS:
            raise PeerError(f"it is not installed ({_last_line(done.stderr)})")
        if done.returncode and engine != OURS:
            raise PeerError(f"it failed to {task.partition('_')[0]} ({_last_line(done.stderr)})")
        if done.returncode:
            raise RuntimeError(f"Our engine failed to {task}:\n{done.stderr}")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def _middle(rounds: Sequence[Building]) -> Building:
    """Return the round that took neither more nor less than most."""
    return sorted(rounds, key=lambda one: one.seconds)[(len(rounds) - 1) // 2]


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def _same(ours: dict[str, Any], theirs: dict[str, Any]) -> bool:
    """Whether totals are equal and all counts are; which of several values with one count are shown may differ."""
    counts = [{name: sorted(facet.values()) for name, facet in one["facets"].items()} for one in (ours, theirs)]
    return ours["total"] == theirs["total"] and counts[0] == counts[1]
