"""Finds what stands on most pages, headers, footers and page numbers, and takes it out of the body."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from indexer.extraction.pdf.lines import Line
from indexer.extraction.repair import clean_line
from indexer.symbols import canonical

FEWEST_PAGES = 4
MOST_PAGES = 0.6
BAND = 0.14  # of the page's height
OUTERMOST = 4  # lines from the edge
LONGEST_NUMBER = 24
SHORTEST_NAME = 3
DIGITS = re.compile(r"\d+")
NUMBER_LINE = re.compile(
    r"[\W_]*(?:page|página|страница|стр\.?|p\.|第|صفحة|الصفحة)?\s*([0-9]{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|de|sur|из|من)\s*[0-9]{1,4})?\s*页?[\W_]*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Page:
    """One page while the document is read.

    Attributes:
        columns: Its lines, column after column.
        label: How the file names the page; empty where it does not.
    """

    columns: list[list[Line]]
    bottom: float
    top: float
    label: str = ""
    edges: list[Line] = field(default_factory=list)

    def find_edges(self) -> None:
        """Note the lines that may be headers or footers."""
        lines = [line for column in self.columns for line in column]
        height = self.top - self.bottom
        lines.sort(key=lambda line: -line.base)
        high = [line for line in lines[:OUTERMOST] if line.base > self.top - BAND * height]
        low = [line for line in lines[-OUTERMOST:] if line.base < self.bottom + BAND * height]
        self.edges = high + low

    def drop(self, dropped: set[int]) -> None:
        """Take out lines, named by their ids."""
        self.columns = [[line for line in column if id(line) not in dropped] for column in self.columns]
        self.edges = [line for line in self.edges if id(line) not in dropped]


def take_running_lines(pages: Sequence[Page]) -> tuple[str, ...]:
    """Take running lines and page numbers out of the pages, and label pages with the numbers printed on them.

    Returns the distinct lines taken out, but page numbers. The first page keeps its lines: they may be its masthead.
    """
    for page in pages:
        page.find_edges()
    _take_page_numbers(pages)
    if len(pages) < FEWEST_PAGES:
        return _take_running_lines_of_few(pages)
    taken: dict[str, str] = {}
    for parity in (0, 1):
        same_side = [page for number, page in enumerate(pages[1:]) if number % 2 == parity]
        repeated = _repeated(same_side)
        for page in same_side:
            lines = [line for line in page.edges if _masked(line.text) in repeated]
            page.drop({id(line) for line in lines})
            for line in lines:
                taken.setdefault(_masked(line.text), clean_line(line.text))
    return tuple(dict.fromkeys(taken.values()))


@dataclass(frozen=True, slots=True)
class _FirstPage:
    """What a short document's first page says, of which later pages repeat some."""

    edges: tuple[str, ...]
    lines: tuple[str, ...]

    def names(self, text: str) -> bool:
        """Whether a line holds nothing but a symbol, a page number, the title or words of the masthead."""
        if canonical(text):
            return True
        if len(text) > SHORTEST_NAME and (text in self.lines or any(text in edge for edge in self.edges)):
            return True
        before, _, last = text.rpartition(" ")
        word, _, after = text.partition(" ")
        rest = after if canonical(word) else before if canonical(last) else ""
        return bool(rest) and (NUMBER_LINE.fullmatch(rest) is not None or rest in " ".join(self.lines))


def _take_running_lines_of_few(pages: Sequence[Page]) -> tuple[str, ...]:
    """Take the outermost lines of a short document's later pages that only say which document it is."""
    taken: dict[str, None] = {}
    first = _FirstPage(
        tuple(clean_line(line.text) for page in pages[:1] for line in page.edges),
        tuple(clean_line(line.text) for page in pages[:1] for column in page.columns for line in column),
    )
    repeated = _repeated(pages[1:])

    def is_running(line: Line) -> bool:
        return _masked(line.text) in repeated or first.names(clean_line(line.text))

    for page in pages[1:]:
        running = [*takewhile(is_running, page.edges), *takewhile(is_running, reversed(page.edges))]
        page.drop({id(line) for line in running})
        taken.update((clean_line(line.text), None) for line in running)
    return tuple(taken)


def _masked(text: str) -> str:
    return DIGITS.sub("#", " ".join(text.split()))


def _repeated(pages: Sequence[Page]) -> set[str]:
    counts = Counter(masked for page in pages for masked in {_masked(line.text) for line in page.edges})
    least = max(2, MOST_PAGES * len(pages))
    return {masked for masked, count in counts.items() if count >= least}


def _take_page_numbers(pages: Sequence[Page]) -> None:
    found = [_number_lines(page) for page in pages]
    offsets = Counter(value - index for index, numbers in enumerate(found) for value in {v for _, v in numbers})
    if not offsets:
        return
    offset, count = offsets.most_common(1)[0]
    numbered = sum(bool(numbers) for numbers in found)
    is_chance = count < 2 and not (offset == 1 and len(pages) < FEWEST_PAGES)  # noqa: PLR2004  # it may stand anywhere
    if is_chance or count < MOST_PAGES * numbered:
        return
    for index, (page, numbers) in enumerate(zip(pages, found, strict=True)):
        own = [line for line, value in numbers if value - index == offset]
        page.drop({id(line) for line in own})
        if own and not page.label:
            page.label = _printed(own[0])


def _number_lines(page: Page) -> list[tuple[Line, int]]:
    found = ((line, NUMBER_LINE.fullmatch(line.text.strip())) for line in page.edges if len(line.text) < LONGEST_NUMBER)
    values = ((line, _value(match[1].lower())) for line, match in found if match)
    return [(line, value) for line, value in values if value is not None]


def _printed(line: Line) -> str:
    match = NUMBER_LINE.fullmatch(line.text.strip())
    return match[1] if match else ""


def _value(number: str) -> int | None:
    if number.isdecimal():
        return int(number)
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total, highest = 0, 0
    for letter in reversed(number):
        value = values[letter]
        total += value if value >= highest else -value
        highest = max(highest, value)
    return total
