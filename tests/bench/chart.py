"""Draws query time and speed of building against documents, on logarithmic scales, as SVG for light and dark pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from statistics import median
from typing import Final

from tests.bench.engines import NAMES, OURS
from tests.bench.measuring import Measured

WIDTH, HEIGHT = 960, 380
LEFT, TOP, PANEL, PANEL_HEIGHT, BETWEEN, LABELS = 60, 46, 300, 270, 190, 110
COLOURS: Final = {
    "masthead": ("#0969da", "#58a6ff"),
    "whoosh": ("#bf3989", "#f778ba"),
    "fts5": ("#9a6700", "#d29922"),
    "tantivy": ("#1a7f37", "#3fb950"),
    "xapian": ("#8250df", "#bc8cff"),
}
"""Of each engine, on light and on dark pages."""
LINE_HEIGHT: Final = 15

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Panel:
    """One diagram.

    Attributes:
        lines: The points of each engine: documents, and what was measured.
    """

    title: str
    lines: dict[str, list[Point]]


class Scale:
    """Where a value stands between two ends, by its logarithm."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.first, self.last = floor(log10(min(values))), ceil(log10(max(values)))
        self.last = max(self.last, self.first + 1)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        """Return the coordinate of a value."""
        share = (log10(value) - self.first) / (self.last - self.first)
        return round(self._start + share * (self._end - self._start), 1)

    def powers(self) -> Iterator[float]:
        """Yield the powers of ten from end to end."""
        for exponent in range(self.first, self.last + 1):
            yield 10.0**exponent


def chart(measured: Sequence[Measured]) -> str:
    """Return the drawing."""
    engines = [engine for engine in NAMES if any(one.engine == engine for one in measured)]
    panels = (
        Panel("Top 10 with three facets: median ms, warm", _lines(measured, engines, "query")),
        Panel("Documents indexed in a second", _lines(measured, engines, "build")),
    )
    drawn = "\n".join(
        "\n".join(_panel(panel, LEFT + number * (PANEL + BETWEEN))) for number, panel in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-label="Query time and speed of building of {len(engines)} engines against documents">\n'
        f"<style>\n{_style()}\n</style>\n{drawn}\n</svg>\n"
    )


def _lines(measured: Sequence[Measured], engines: list[str], what: str) -> dict[str, list[Point]]:
    return {
        engine: sorted(
            (one.documents, one.speed if what == "build" else median(one.counted.warm))
            for one in measured
            if one.engine == engine
        )
        for engine in engines
    }


def _panel(panel: Panel, left: float) -> Iterator[str]:
    points = [point for line in panel.lines.values() for point in line]
    across = Scale([x for x, _ in points], left, left + PANEL)
    up = Scale([y for _, y in points], TOP + PANEL_HEIGHT, TOP)
    yield f'<text class="title" x="{left}" y="{TOP - 18}">{escape(panel.title)}</text>'
    yield from _grid(across, up, left)
    for engine, line in panel.lines.items():
        places = [(across.at(x), up.at(y)) for x, y in line]
        yield f'<polyline class="line {engine}" points="{" ".join(f"{x},{y}" for x, y in places)}"/>'
        for x, y in places:
            yield f'<circle class="dot {engine}" cx="{x}" cy="{y}" r="3.5"/>'
    ends = {engine: (across.at(line[-1][0]), up.at(line[-1][1])) for engine, line in panel.lines.items()}
    for engine, (x, y) in _apart(ends).items():
        yield f'<text class="name {engine}" x="{x + 8}" y="{y + 4}">{escape(NAMES[engine])}</text>'


def _grid(across: Scale, up: Scale, left: float) -> Iterator[str]:
    bottom = TOP + PANEL_HEIGHT
    for power in up.powers():
        y = up.at(power)
        yield f'<line class="grid" x1="{left}" y1="{y}" x2="{left + PANEL}" y2="{y}"/>'
        yield f'<text class="tick end" x="{left - 8}" y="{y + 4}">{_number(power)}</text>'
    for power in across.powers():
        x = across.at(power)
        yield f'<line class="grid" x1="{x}" y1="{TOP}" x2="{x}" y2="{bottom}"/>'
        yield f'<text class="tick middle" x="{x}" y="{bottom + 18}">{_number(power)}</text>'
    yield f'<text class="tick middle" x="{left + PANEL / 2}" y="{bottom + 40}">documents</text>'


def _apart(ends: dict[str, Point]) -> dict[str, Point]:
    """Move names down where they would stand on each other."""
    placed: dict[str, Point] = {}
    for engine, (x, y) in sorted(ends.items(), key=lambda item: item[1][1]):
        above = [other for near, other in placed.values() if abs(near - x) < LABELS and other > y - LINE_HEIGHT]
        placed[engine] = (x, max([y, *(other + LINE_HEIGHT for other in above)]))
    return placed


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def _style() -> str:
    rules = [
        "text { font: 12px system-ui, sans-serif; fill: #424a53; }",
        ".title { font-weight: 600; font-size: 13px; } .end { text-anchor: end; } .middle { text-anchor: middle; }",
        ".grid { stroke: #8c959f; stroke-opacity: .35; } .line { fill: none; stroke-width: 2; }",
        f".line.{OURS} {{ stroke-width: 3.5; }} .name.{OURS} {{ font-weight: 600; }}",
        *_colours(0),
        "@media (prefers-color-scheme: dark) {",
        "text { fill: #b1bac4; }",
        *_colours(1),
        "}",
    ]
    return "\n".join(rules)


def _colours(which: int) -> Iterator[str]:
    for engine, colours in COLOURS.items():
        colour = colours[which]
        yield f".line.{engine} {{ stroke: {colour}; }} .dot.{engine}, .name.{engine} {{ fill: {colour}; }}"
