"""A text with its matches as paragraphs of runs; each match has an anchor to go to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

PARAGRAPH_END: Final = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class Run:
    """Some text of a paragraph.

    Attributes:
        anchor: Set for the run with which a match begins.
    """

    text: str
    is_match: bool = False
    anchor: str = ""


Paragraph = tuple[Run, ...]


def paragraphs(parts: Iterable[tuple[str, bool]], first: int = 1) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text.

    Args:
        parts: Runs of text, each with whether it is a match.
        first: The number of the first match.
    """
    found: list[list[Run]] = [[]]
    for run, ends in _pieces(parts, first):
        if run.text:
            found[-1].append(run)
        if ends:
            found.append([])
    return tuple(tuple(runs) for runs in found if runs)


def _pieces(parts: Iterable[tuple[str, bool]], first: int) -> Iterator[tuple[Run, bool]]:
    """Yield runs, each with whether a paragraph ends behind it."""
    number = first
    for text, is_match in parts:
        pieces = PARAGRAPH_END.split(text)
        for position, piece in enumerate(pieces):
            anchor = f"match-{number}" if is_match and position == 0 else ""
            yield Run(piece, is_match, anchor), position < len(pieces) - 1
        number += is_match


def match_count(parts: Iterable[tuple[str, bool]]) -> int:
    """Return how many matches there are in a text."""
    return sum(is_match for _, is_match in parts)
