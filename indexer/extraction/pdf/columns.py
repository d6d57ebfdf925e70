"""Finds columns, so that each is read to its end before the next one begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from indexer.extraction.bidirectional import is_right_to_left
from indexer.extraction.pdf.lines import WIDE_GAP, Line, Segment, line_of, rows_of

FEWEST_ROWS = 4
MOST_TAKEN_OVER = 40
SAME_ROW = 0.4  # of the size
NARROWEST = 7.0  # of the size: less is a list's numbers or a table's figures


@dataclass(slots=True)
class _Band:
    """Segments one below the other through which at least one gutter runs."""

    segments: list[Segment] = field(default_factory=list)
    covered: list[tuple[float, float]] = field(default_factory=list)

    def with_segment(self, segment: Segment) -> list[tuple[float, float]]:
        """Return what would be covered with one more segment."""
        joined: list[tuple[float, float]] = []
        for start, end in sorted([*self.covered, (segment.x0, segment.x1)]):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        return joined


def columns_of(segments: Sequence[Segment]) -> list[list[Line]]:
    """Return the lines of a frame's columns in reading order."""
    if not segments:
        return []
    size = median(segment.size for segment in segments)
    gutter = WIDE_GAP * size
    regions: list[list[Segment]] = []
    for band in _bands(segments, gutter):
        stripes = _stripes(band, gutter, size)
        if len(stripes) == 1 and regions and len(regions[-1]) and not _was_divided(regions[-1], band.segments):
            regions[-1] += stripes[0]
        else:
            regions += stripes
    from_right = is_right_to_left([glyph.text for segment in segments for glyph in segment.glyphs])
    return [[line_of(row, from_right=from_right) for row in rows_of(region)] for region in regions]


def _was_divided(region: list[Segment], band: list[Segment]) -> bool:
    """Whether what comes next does not stand below the region: the region is then a column."""
    return min(segment.base for segment in region) < max(segment.base for segment in band)


def _bands(segments: Sequence[Segment], gutter: float) -> list[_Band]:
    bands = [_Band()]
    for segment in segments:
        band = bands[-1]
        covered = band.with_segment(segment)
        if band.segments and not _has_gutter(covered, gutter) and not _is_same_row(band, segment):
            bands.append(_next_band(band, segment, gutter))
            continue
        band.segments.append(segment)
        band.covered = covered
    return bands


def _next_band(band: _Band, segment: Segment, gutter: float) -> _Band:
    """Return the band that begins here; it takes over the last segments of the one above that fit its own gutter.

    Else a gutter between words of a centred title would keep the first lines of the columns below it.
    """
    new = _Band([segment], [(segment.x0, segment.x1)])
    for taken in range(min(len(band.segments) - 1, MOST_TAKEN_OVER)):
        covered = new.with_segment(band.segments[-1 - taken])
        if not _has_gutter(covered, gutter):
            break
        new.covered = covered
        new.segments.insert(0, band.segments[-1 - taken])
    taken = len(new.segments) - 1
    if taken:
        kept = band.segments[:-taken]
        band.segments, band.covered = kept, []
        for other in kept:
            band.covered = band.with_segment(other)
    return new


def _is_same_row(band: _Band, segment: Segment) -> bool:
    return abs(band.segments[-1].base - segment.base) < SAME_ROW * segment.size


def _has_gutter(covered: list[tuple[float, float]], gutter: float) -> bool:
    return any(after[0] - before[1] >= gutter for before, after in pairwise(covered))


def _stripes(band: _Band, gutter: float, size: float) -> list[list[Segment]]:
    """Divide a band at its gutters; a stripe that is no column of text stays with the one to its right."""
    edges = [(before[1] + after[0]) / 2 for before, after in pairwise(band.covered) if after[0] - before[1] >= gutter]
    stripes: list[list[Segment]] = [[] for _ in range(len(edges) + 1)]
    for segment in band.segments:
        stripes[sum(segment.x0 > edge for edge in edges)].append(segment)
    columns: list[list[Segment]] = []
    pending: list[Segment] = []
    for stripe in stripes:
        pending += stripe
        if _is_column(stripe, size):
            columns.append(pending)
            pending = []
    if len(columns) < 2:  # noqa: PLR2004  # one column is no division
        return [band.segments]
    columns[-1] += pending
    ordered = [sorted(column, key=lambda segment: -segment.base) for column in columns]
    texts = [glyph.text for segment in band.segments for glyph in segment.glyphs]
    return ordered[::-1] if is_right_to_left(texts) else ordered


def _is_column(stripe: Sequence[Segment], size: float) -> bool:
    rows = rows_of(stripe)
    widths = [max(s.x1 for s in row) - min(s.x0 for s in row) for row in rows]
    return len(rows) >= FEWEST_ROWS and median(widths) >= NARROWEST * size
