"""Joins the lines of a column into paragraphs."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from indexer.extraction.pdf.lines import LEADER, Line
from indexer.extraction.repair import Hyphens

LOOSE = 1.3  # of the usual distance between lines: a paragraph ends here
MOST_DISTANCE = 2.6  # of the size: no distance between lines of one paragraph
OTHER_SIZE = 0.12
INDENT = 1.0  # of the size
FEWEST_LINES = 8  # fewer do not show where most end
LONG = 80  # characters: less may be a title
TAIL = 60  # characters that a divided word has at the most
FITS = 0.6  # of the size: the space that a word would have needed


def text_of(lines: Sequence[Line], hyphens: Hyphens) -> str:
    """Return a column's text: flowing lines joined, breaks made on purpose kept, an empty line between paragraphs."""
    if not lines:
        return ""
    distance = _usual_distance(lines)
    edges = _edges(lines)
    text = lines[0].text
    for before, line in pairwise(lines):
        joined = hyphens.join(text[-TAIL:], line.text)
        if _ends_paragraph(before, line, distance):
            text += "\n\n" + line.text
        elif joined is not None:
            text = text[:-TAIL] + joined
        elif _is_broken(before, line, edges):
            text += "\n" + line.text
        else:
            is_unspaced = _is_unspaced(text[-1:]) and _is_unspaced(line.text[:1])
            text += line.text if is_unspaced else f" {line.text}"
    return text


def continued(text: str, column: str, hyphens: Hyphens) -> str:
    """Return the text of columns with one more: a sentence that runs on in it is not broken."""
    if not text or not column:
        return text or column
    joined = hyphens.join(text[-TAIL:], column)
    if joined is not None:
        return text[:-TAIL] + joined
    runs_on = text[-1].isalpha() and column[0].islower() and len(text) - text.rfind("\n\n") > LONG
    return f"{text} {column}" if runs_on else f"{text}\n\n{column}"


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Return where most lines begin and end; a few wider ones, of a masthead say, do not count."""
    lefts, rights = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
    wider = len(lines) // 4 if len(lines) >= FEWEST_LINES else 0
    return lefts[wider], rights[-1 - wider]


def _usual_distance(lines: Sequence[Line]) -> float:
    distances = [before.base - line.base for before, line in pairwise(lines)]
    usual = [
        distance
        for distance, line in zip(distances, lines[1:], strict=True)
        if 0 < distance < MOST_DISTANCE * line.size
    ]
    return median(usual) if usual else 1.2 * median(line.size for line in lines)


def _ends_paragraph(before: Line, line: Line, distance: float) -> bool:
    gap = before.base - line.base
    if gap > LOOSE * distance or gap < 0:
        return True
    if abs(before.size - line.size) > OTHER_SIZE * max(before.size, line.size):
        return True
    indent = before.x1 - line.x1 if line.from_right else line.x0 - before.x0
    return INDENT * line.size < indent < 6 * line.size and before.text[-1:] in ".:;؛。"


def _is_broken(before: Line, line: Line, edges: tuple[float, float]) -> bool:
    """Whether somebody broke the line there: it is a row of a table, or the next word had room on it."""
    if LEADER in before.text or LEADER in line.text:
        return True
    if line.is_item or line.cells > 1 or before.cells > 1:
        return True
    left, right = edges
    room = before.x0 - left if before.from_right else right - before.x1
    return room > line.first_word + FITS * line.size


def _is_unspaced(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uff60" or "\u0e00" <= character <= "\u0e7f"
