"""Keeps what was measured in one JSON file, from which all pages are written."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.bench.machine import load, machine
from tests.bench.measuring import Measured

MADE, RECORDS = "made", "records"

RESULTS_PAGE = "page"
FIRST, OTHERS, ANEW = "1, first asked", "1, other hits", "1, made anew"
"""How requests are named that are not answered from memory."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast the site answered, in milliseconds, and in requests a second."""

    p50: float
    p95: float
    p99: float
    rate: float


@dataclass(frozen=True, slots=True)
class Site:
    """One archive that was indexed and served by one process.

    Attributes:
        words: How many each document has.
        indexing, again: Seconds that `masthead index` took, and took once more with nothing changed.
        megabytes: Of the state folder.
        memory: Megabytes of the process that answers which no file stands behind, after all requests.
        speeds: By what was asked for and by how many connections.
    """

    documents: int
    words: int
    indexing: float
    again: float
    megabytes: float
    memory: float
    speeds: dict[str, dict[str, Speed]]

    @classmethod
    def read(cls, values: dict[str, Any]) -> Self:
        """Return what was written as JSON."""
        speeds = {
            what: {connections: Speed(**speed) for connections, speed in by_connections.items()}
            for what, by_connections in values["speeds"].items()
        }
        return cls(**{**values, "speeds": speeds})


@dataclass(slots=True)
class Results:
    """All that one machine measured.

    Attributes:
        skipped: What was not measured, and why.
    """

    machine: dict[str, str] = field(default_factory=machine)
    measured: list[Measured] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what a file has, or nothing measured yet."""
        if not path.exists():
            return cls()
        values = json.loads(path.read_text("utf-8"))
        return cls(
            values["machine"],
            [Measured.read(one) for one in values["measured"]],
            [Site.read(one) for one in values["sites"]],
            values["skipped"],
        )

    def write(self, path: Path) -> None:
        """Write a file with one line for each measurement, and the greatest load that there was."""
        self.machine["load"] = max(self.machine["load"], load(), key=float)
        path.write_text(
            f'{{\n"machine": {json.dumps(self.machine)},\n'
            f'"measured": {_lines([asdict(one) for one in self.measured])},\n'
            f'"sites": {_lines([asdict(one) for one in self.sites])},\n'
            f'"skipped": {_lines(self.skipped)}\n}}\n',
            "utf-8",
        )

    @property
    def are_of_this_machine(self) -> bool:
        """Whether further figures can stand beside these."""
        here = machine()
        return all(self.machine[name] == here[name] for name in ("processor", "memory", "versions"))

    def skip(self, reason: str) -> None:
        """Note what is not measured, once."""
        if reason not in self.skipped:
            self.skipped.append(reason)
            print(f"not measured: {reason}", flush=True)

    def of(self, collection: str) -> list[Measured]:
        """Return what was measured with a collection."""
        return [one for one in self.measured if one.collection == collection]


def _lines(values: list[Any]) -> str:
    return "[" + ",".join(f"\n{json.dumps(value)}" for value in values) + "\n]"
