"""Holds what a command printed against what README shows of it."""

import json
import re

_ANY = "..."
_LINES = r"(?:.*\n)*?"
_VOLATILE = (
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:]+(\.\d+)?(\+00:00|Z)"), "<time>"),
    (re.compile(r"\d+\.\d s\b"), "<duration>"),
    (re.compile(r"(?<=\S) {2,}"), " "),  # how wide a column is
    (re.compile(r"\d+(\.\d+)? [kM]B\b"), "<size>"),
)


def agrees(shown: str, printed: str) -> bool:
    """Return whether README shows what was printed.

    `...` stands for anything in a line, and for any lines where it is one; JSON that is shown whole may leave members
    out. Times, durations and sizes may differ. Nothing shown says nothing.
    """
    if not shown:
        return True
    if shown.startswith("{") and shown.endswith("}"):
        return _holds(json.loads(shown), json.loads(printed))
    pattern = "".join(_LINES if line == _ANY else f"{_line(line)}\n" for line in _steady(shown).splitlines())
    return re.fullmatch(pattern, f"{_steady(printed.strip())}\n") is not None


def _line(shown: str) -> str:
    return ".*".join(re.escape(part) for part in shown.split(_ANY))


def _steady(text: str) -> str:
    for volatile, name in _VOLATILE:
        text = volatile.sub(name, text)
    return text


def _holds(shown: object, found: object) -> bool:
    match shown, found:
        case dict(), dict():
            return all(name in found and _holds(value, found[name]) for name, value in shown.items())
        case list(), list():
            return len(shown) <= len(found) and all(map(_holds, shown, found))
        case str(), str():
            return re.fullmatch(_line(shown), found, re.DOTALL) is not None
        case _:
            return shown == found
