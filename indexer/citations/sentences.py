"""The sentence around a word, short enough to be shown in a list."""

import re
from typing import Final

LONGEST: Final = 300
_ELLIPSIS: Final = "…"
_ABBREVIATIONS: Final = ("para", "paras", "No", "Nos", "no", "art", "vol", "Vol", "sect", "chap", "Dr", "Mr", "Ms", "n")
_NOT_ABBREVIATED: Final = "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS)
_END: Final = re.compile(rf"{_NOT_ABBREVIATED}[.!?؟](?=[\"”»)\]]*\s+[^\W\da-zа-яё])|[。！？]|\n\s*\n")


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    before = [found.end() for found in _END.finditer(text, max(0, start - 2 * LONGEST), start)]
    after = _END.search(text, end)
    return before[-1] if before else max(0, start - 2 * LONGEST), after.end() if after else len(text)


def _shortened(sentence: str, start: int, end: int) -> str:
    """Return as much of a sentence around a stretch of it as fits, cut between words."""
    room = max(LONGEST - (end - start), 0) // 2
    first, last = max(0, start - room), min(len(sentence), end + room)
    if first:
        space = sentence.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(sentence):
        space = sentence.rfind(" ", end, last)
        last = space if space >= 0 else last
    opening = _ELLIPSIS if first else ""
    closing = _ELLIPSIS if last < len(sentence) else ""
    return f"{opening}{sentence[first:last]}{closing}"


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that holds a stretch of a text, on one line, at most about 300 characters of it."""
    first, last = _bounds(text, start, end)
    before = " ".join(text[first:start].split())
    inside = " ".join(text[start:end].split())
    gap = " " if before and text[start - 1 : start].isspace() else ""
    sentence = " ".join(f"{before}{gap}{text[start:last]}".split())
    at = len(before) + len(gap)
    return sentence if len(sentence) <= LONGEST else _shortened(sentence, at, at + len(inside))
