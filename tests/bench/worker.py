"""`python -m tests.bench.worker`: measures one engine in this process alone, and prints what it took as JSON."""

import argparse
import gc
import json
import os
import time
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any, Final

from tests.bench.engines import MODULES, Engine, engine
from tests.bench.material import Answer, Material, Question, recombined

ROUNDS: Final = 3


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.worker", description=__doc__)
    parser.add_argument("task", choices=["build", "ask", "ask_counted", "version"])
    parser.add_argument("engine", choices=MODULES)
    parser.add_argument("material", type=Path, help="folder of documents and questions")
    parser.add_argument("index", type=Path, help="folder of the index")
    options = parser.parse_args()
    material = Material(options.material)
    match options.task:
        case "version":
            measured: dict[str, Any] = {"version": engine(options.engine).version}
        case "build":
            measured = _build(engine(options.engine), material, options.index)
        case task:
            asking = _Asking(options.engine, options.index, is_counted=task == "ask_counted")
            measured = asking.measured(material.questions())
    print(json.dumps(measured))


def _build(made: Engine, material: Material, folder: Path) -> dict[str, float]:
    started, at_work = time.perf_counter(), _processor()
    made.build(folder, material.papers())
    seconds, processor = time.perf_counter() - started, _processor() - at_work
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {
        "seconds": round(seconds, 3),
        "processor": round(processor, 3),
        "megabytes": round(size / 1e6, 2),
        "peak": _memory("VmHWM"),
    }


class _Asking:
    """Asks an engine that is opened here in one of the two ways, round after round."""

    def __init__(self, name: str, folder: Path, *, is_counted: bool) -> None:
        self._name = name
        self._folder = folder
        self._is_counted = is_counted
        self._engine: Engine | None = None

    def measured(self, questions: tuple[Question, ...]) -> dict[str, Any]:
        """Return all times, the memory of this process, and what was found."""
        self._opening()
        opened = _memory("RssAnon")
        gc.freeze()
        cold, answers = self._round(questions)
        rounds = [self._round(questions)[0] for _ in range(ROUNDS)]
        further, _ = self._round(recombined(questions))
        asked = _memory("RssAnon")
        opening, anew = zip(*(self._anew(question) for question in questions), strict=True)
        return {
            "opening": round(median(opening), 3),
            "opened": opened,
            "asked": asked,
            "anew": anew,
            "cold": cold,
            "warm": [round(median(times), 4) for times in zip(*rounds, strict=True)],
            "recombined": further,
            "answers": [asdict(answer) for answer in answers],
        }

    def _opening(self) -> float:
        """Put an engine in the place of the former one, of which nothing is left, and return what opening took."""
        self._engine = None
        gc.collect()
        made = engine(self._name)
        started = time.perf_counter()
        made.open(self._folder)
        took = (time.perf_counter() - started) * 1_000
        self._engine = made
        return took

    def _anew(self, question: Question) -> tuple[float, float]:
        """Open the engine for one question, and return what opening took and what the answer took."""
        opening = self._opening()
        (took,), _ = self._round((question,))
        return opening, took

    def _round(self, questions: tuple[Question, ...]) -> tuple[list[float], list[Answer]]:
        assert self._engine
        ask = self._engine.ask_counted if self._is_counted else self._engine.ask
        times, answers = [], []
        for question in questions:
            started = time.perf_counter()
            answers.append(ask(question))
            times.append(round((time.perf_counter() - started) * 1_000, 4))
        return times, answers


def _processor() -> float:
    """Return seconds of the processor, of this process and of those that it started and waited for."""
    return sum(os.times()[:4])


def _memory(name: str) -> float:
    """Return megabytes of this process: VmHWM, the most it ever held, or RssAnon, which no file stands behind."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return round(next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1_024, 1)


if __name__ == "__main__":
    main()
