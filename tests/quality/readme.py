"""Reads README.md as a reader would: its commands with what it says they print, its tables, its links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `console` is a session at a terminal, all others are text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a session, or a Python program, with what README says it prints; empty where it says nothing."""

    text: str
    output: str


def blocks() -> Iterator[Block]:
    """Yield every fenced block."""
    for kind, text in _FENCE.findall(README.read_text("utf-8")):
        yield Block(kind, text)


def commands() -> Iterator[Command]:
    """Yield everything that can be run, in the order of README."""
    for block in blocks():
        if block.kind == "console":
            yield from _session(block.text)
        elif block.kind == "python":
            yield Command(f"python - <<'END'\n{block.text}END", "")


def _session(text: str) -> Iterator[Command]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        lines = part.splitlines()
        count = next(number for number, line in enumerate(lines, start=1) if not line.endswith("\\"))
        yield Command("\n".join(lines[:count]), "\n".join(lines[count:]).strip())


def rows_below(heading: str) -> list[tuple[str, ...]]:
    """Return the rows of the table that begins with these column names."""
    _, _, rest = README.read_text("utf-8").partition(f"{heading}\n")
    table = rest.split("\n\n")[0].splitlines()[1:]
    return [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in table]


def links() -> set[str]:
    """Return the files and folders of the project that README links to."""
    return set(_LINK.findall(README.read_text("utf-8")))
