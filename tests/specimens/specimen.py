"""A specimen text as read from its file: front matter in TOML, then blocks in a few marks of Markdown."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from string import ascii_lowercase

TEXTS = Path(__file__).parent / "texts"

_FENCE = "+++\n"
_NOTE = re.compile(r"^\[\^(\w+)\]: (.+)", re.DOTALL)
_RUNS = re.compile(r"(\*[^*]+\*|\[\^\w+\])")
_RULE = re.compile(r"^\|[-| ]+\|$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, with its number or letter ("12.", "(a)") where it has one."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its first row the heads of its columns."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A change of layout: "page", "columns" or "one column"."""

    name: str


Block = Heading | Paragraph | Table | Layout


@dataclass(frozen=True, slots=True)
class Specimen:
    """One original to be made: what its first page says, and its text."""

    source: Path
    language: str
    title: str
    issuer: str
    original: str
    symbol: str = ""
    lines: tuple[str, ...] = ()
    numbered: bool = False
    blocks: tuple[Block, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address of the official copy, or nothing where the document has no symbol."""
        return f"https://undocs.org/{self.symbol}" if self.symbol else ""


def read_specimen(path: Path) -> Specimen:
    """Read one text."""
    _, front, body = path.read_text("utf-8").split(_FENCE, 2)
    head = tomllib.loads(front)
    head["lines"] = tuple(head.get("lines", ()))
    parts = [part.strip() for part in re.split(r"\n\s*\n", body) if part.strip()]
    notes = dict(match.groups() for part in parts if (match := _NOTE.match(part)))
    blocks = tuple(_blocks([part for part in parts if not _NOTE.match(part)], numbered=head.get("numbered", False)))
    return Specimen(source=path, blocks=blocks, notes=notes, **head)


def all_specimens() -> list[Specimen]:
    """Read every text, in the order of their paths."""
    return [read_specimen(path) for path in sorted(TEXTS.rglob("*.md"))]


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Cut running text into ("plain" | "emphasis" | "note", words or key of the note)."""
    for part in _RUNS.split(text):
        if part.startswith("[^"):
            yield "note", part[2:-1]
        elif part.startswith("*") and part.endswith("*") and len(part) > 1:
            yield "emphasis", part[1:-1]
        elif part:
            yield "plain", part


def _blocks(parts: list[str], *, numbered: bool) -> Iterator[Block]:
    """Tell headings, layout marks, tables, lists and paragraphs apart by how they begin."""
    numbers = count(1)
    for part in parts:
        if part.startswith("#"):
            marks, text = part.split(" ", 1)
            yield Heading(len(marks), text)
        elif part.startswith("{"):
            yield Layout(part.strip("{}"))
        elif part.startswith("Table"):
            yield _table(part)
        elif part.startswith("- "):
            yield from _items(part)
        elif part.startswith("> "):
            yield Paragraph("", _joined(part[2:]))
        else:
            yield Paragraph(f"{next(numbers)}." if numbered else "", _joined(part))


def _table(part: str) -> Table:
    """Read a caption line and the rows under it."""
    caption, *lines = part.splitlines()
    rows = [line.strip().removeprefix("|").removesuffix("|").split("|") for line in lines if not _RULE.match(line)]
    return Table(caption, tuple(tuple(cell.strip() for cell in row) for row in rows))


def _items(part: str) -> Iterator[Paragraph]:
    """Letter the items of a list as United Nations documents do."""
    for letter, item in zip(ascii_lowercase, re.split(r"^- ", part, flags=re.MULTILINE)[1:], strict=False):
        yield Paragraph(f"({letter})", _joined(item))


def _joined(text: str) -> str:
    """Join the lines of a paragraph."""
    return " ".join(text.split("\n")).strip()
