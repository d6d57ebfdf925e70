"""Finds the line on which a key of a TOML file stands, which the parser does not keep."""

import re
from collections.abc import Iterator

KeyPath = tuple[str | int, ...]
"""Keys and positions from the top of a file down, such as `("version", 1, "language")`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w.-]|"[^"]*"|'[^']*')+)\s*=""")
_PART = re.compile(r"""[^.\s"']+|"[^"]*"|'[^']*'""")
_FENCES = re.compile(r'"""|' + r"'''")


def line_of(text: str, path: KeyPath, value: str | None = None) -> int | None:
    """Return the line, counted from 1, of the key or of the nearest table around it; None where there is none.

    With a value, the line at or below the key that holds the value, since lists may run over lines.
    """
    positions = dict(reversed(list(_positions(text))))
    found = next((positions[path[:length]] for length in range(len(path), 0, -1) if path[:length] in positions), None)
    return found if found is None or value is None else _line_with(text, value, found)


def _line_with(text: str, value: str, start: int) -> int:
    lines = text.split("\n")
    return next((number for number in range(start, len(lines) + 1) if value in lines[number - 1]), start)


def _positions(text: str) -> Iterator[tuple[KeyPath, int]]:
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in _lines_outside_strings(text):
        if header := _HEADER.match(line):
            table = _table(header[2], counts, is_element=header[1] == "[[")
            yield from ((table, number), (table[:-1], number)) if header[1] == "[[" else ((table, number),)
        elif key := _KEY.match(line):
            yield table + _parts(key[1]), number


def _table(name: str, counts: dict[KeyPath, int], *, is_element: bool) -> KeyPath:
    path: KeyPath = ()
    parts = _parts(name)
    for position, part in enumerate(parts):
        path = (*path, part)
        if is_element and position == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(name))


def _lines_outside_strings(text: str) -> Iterator[tuple[int, str]]:
    fence: str | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if fence is None:
            yield number, line
        for mark in _FENCES.findall(line):
            fence = mark if fence is None else (None if mark == fence else fence)
