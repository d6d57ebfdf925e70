"""Brings the glyphs of a line of Arabic or Hebrew from the order seen into the order read.

Whole glyphs are moved, never the letters inside one: those of a lam-alef ligature are in reading order already.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
OPENING, CLOSING = "([{«‹", ")]}»›"
OPENING_MARKS, CLOSING_MARKS = frozenset(OPENING), frozenset(CLOSING)
BETWEEN_DIGITS = frozenset("./,:٫٬")
BESIDE_DIGITS = frozenset("%٪$€£°")
STOPS = frozenset(".,:;،؛")
HYPHENS = frozenset("-‐‑_/")


@lru_cache(maxsize=8192)
def _direction(text: str) -> str:
    """Return R, L, N (a number) or an empty string, by the first character that has a direction."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "R"
        if kind == "L":
            return "L"
        if kind in {"EN", "AN"}:
            return "N"
    return ""


def is_right_to_left(items: Sequence[str]) -> bool:
    """Return whether text with these glyphs reads from the right: at least half of its letters do."""
    directions = [_direction(item) for item in items]
    return directions.count("R") > 0 and directions.count("R") >= directions.count("L")


def is_seen_from_right(items: Sequence[str]) -> bool:
    """Return whether a line without right-to-left letters, among lines that have them, is set from the right too.

    Its full stop then stands at the left, or a bracket there closes.
    """
    return bool(items) and (items[0] in CLOSING_MARKS or items[0] in STOPS)


def has_right_to_left(items: Sequence[str]) -> bool:
    """Return whether any of these glyphs reads from the right."""
    return any(_direction(item) == "R" for item in items)


def reading_order(items: Sequence[str], *, from_right: bool) -> list[str]:
    """Return glyphs given from left to right (spaces among them) in the order in which they are read.

    Args:
        items: The text of each glyph, whole.
        from_right: The direction of the line as a whole.
    """
    runs = _runs(items)
    if not from_right:
        runs = _merged(runs)
    ordered: list[str] = []
    turned: set[int] = set()
    for run, is_forward in reversed(runs) if from_right else runs:
        if not is_forward:
            turned.update(range(len(ordered), len(ordered) + len(run)))
        ordered += run if is_forward else reversed(run)
    return _mirrored(ordered, turned)


def _runs(items: Sequence[str]) -> list[tuple[list[str], bool]]:
    """Divide a line as seen into runs that read forward (Latin words, numbers) and runs that read backward."""
    runs: list[tuple[list[str], bool]] = []
    unpaired = _unpaired_before(items)
    position = 0
    while position < len(items):
        end = _forward_end(items, position, unpaired[position])
        is_forward = end > position
        end = max(end, position + 1)
        if runs and not is_forward and not runs[-1][1]:
            runs[-1][0].extend(items[position:end])
        else:
            runs.append((list(items[position:end]), is_forward))
        position = end
    return runs


def _unpaired_before(items: Sequence[str]) -> list[str]:
    """Return for each position the kinds of brackets (opening, closing) that stand unpaired before it."""
    before: list[str] = []
    opened, closed = 0, False
    for item in items:
        before.append((OPENING if opened else "") + (CLOSING if closed else ""))
        if item in OPENING_MARKS:
            opened += 1
        elif item in CLOSING_MARKS:
            closed = closed or not opened
            opened -= opened > 0
    return before


def _forward_end(items: Sequence[str], start: int, unpaired: str) -> int:
    """Return where the forward run that begins here ends; `start` where none begins.

    A run does not leave a bracket that began before it: `(UNFPA) 2014` seen is a year with words in brackets after it.
    """
    first = _direction(items[start])
    if first not in {"L", "N"}:
        return start
    is_word = first == "L"
    end = position = start + 1
    depth = 0
    while position < len(items):
        direction = _direction(items[position])
        depth += (items[position] in OPENING_MARKS) - (items[position] in CLOSING_MARKS)
        if direction == "R" or (depth < 0 and OPENING in unpaired) or (depth > 0 and CLOSING in unpaired):
            break
        if direction == "L":
            if not is_word and not _is_joined(items[end:position]):
                break
            is_word = True
            end = position + 1
        elif direction == "N":
            if not is_word and not _is_one_number(items[end:position]):
                break
            end = position + 1
        position += 1
    return end + _closing(items, end, start)


def _is_joined(between: Sequence[str]) -> bool:
    """Whether letters after a number belong to it: `42/Add.1` does, `10 km` reads apart."""
    return all(item in BETWEEN_DIGITS or item in HYPHENS for item in between)


def _is_one_number(between: Sequence[str]) -> bool:
    return not between or (len(between) == 1 and between[0] in BETWEEN_DIGITS)


def _closing(items: Sequence[str], end: int, start: int) -> int:
    """Return how many items after a forward run close a bracket that opened inside it, or belong to its number."""
    if end < len(items) and items[end] in BESIDE_DIGITS:
        return 1
    inside = items[start:end]
    for opening, closing in zip(OPENING, CLOSING, strict=True):
        if end < len(items) and items[end] == closing and inside.count(opening) > inside.count(closing):
            return 1
    return 0


def _merged(runs: list[tuple[list[str], bool]]) -> list[tuple[list[str], bool]]:
    """In a line read from the left, let only spans from one right-to-left letter to another read backward."""
    merged: list[tuple[list[str], bool]] = []
    for run, is_forward in runs:
        letters = [index for index, item in enumerate(run) if _direction(item) == "R"]
        if is_forward or not letters:
            merged.append((run, True))
            continue
        first, last = letters[0], letters[-1] + 1
        merged += [(run[:first], True), (run[first:last], False), (run[last:], True)]
    return merged


def _mirrored(items: list[str], turned: set[int]) -> list[str]:
    """Turn brackets of backward runs round where they would close before they open.

    Files hold either the shape that is seen or the character that is meant.
    """
    brackets = [item for item in items if item in OPENING_MARKS or item in CLOSING_MARKS]
    if not brackets or brackets[0] in OPENING_MARKS:
        return items
    return [item.translate(MIRRORED) if index in turned else item for index, item in enumerate(items)]
