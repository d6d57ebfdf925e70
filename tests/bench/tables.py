"""Tables of Markdown, made of what was measured with one collection."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log2
from statistics import median, quantiles
from typing import Final

from tests.bench.engines import NAMES, OURS
from tests.bench.material import Kind
from tests.bench.measuring import Asking, Measured

SHARES: Final = (50, 95, 99)
Times = Callable[[Measured], Sequence[float]]

WAYS: Final[dict[str, Times]] = {
    "top 10, cold": lambda one: one.top.cold,
    "top 10, warm": lambda one: one.top.warm,
    "with facets, cold": lambda one: one.counted.cold,
    "with facets, warm": lambda one: one.counted.warm,
}
"""The two things that are asked, each in an engine that has just been opened and in one that has been asked before."""


def table(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; all columns but the first two of numbers stand to the right."""
    names = list(heading)
    lines = (names, ["---", *["---:"] * (len(names) - 1)], *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def building(measured: Sequence[Measured]) -> str:
    """Return what making the indexes took."""
    return table(
        ("engine", "documents", "docs/s", "docs/CPU s", "index MB", "peak memory MB"),
        (
            (
                NAMES[one.engine],
                f"{one.documents:,}",
                f"{one.speed:,.0f}",
                f"{one.speed_at_work:,.0f}",
                f"{one.building.megabytes:,.1f}",
                f"{one.building.peak:,.0f}",
            )
            for one in measured
        ),
    )


def answering(measured: Sequence[Measured]) -> str:
    """Return the percentiles of all answers."""
    return table(
        ("engine", "documents", *WAYS),
        (
            (NAMES[one.engine], f"{one.documents:,}", *(_percentiles(of(one)) for of in WAYS.values()))
            for one in measured
        ),
    )


def opening(measured: Sequence[Measured]) -> str:
    """Return how long opening takes and the first answer after it, and what memory the process has of its own."""
    return table(
        ("engine", "documents", "open ms", "then top 10", "then with facets", "memory MB, opened", "memory MB, asked"),
        (
            (
                NAMES[one.engine],
                f"{one.documents:,}",
                ms(median((one.top.opening, one.counted.opening))),
                _percentiles(one.top.anew),
                _percentiles(one.counted.anew),
                f"{one.counted.opened:,.0f}",
                f"{one.counted.asked:,.0f}",
            )
            for one in measured
        ),
    )


def ratios(measured: Sequence[Measured]) -> str:
    """Return how our engine compares with each peer; times are the median of the ratios of all questions."""
    return table(
        ("Masthead : peer", "documents", "docs/s", "docs/CPU s", "index", *WAYS),
        (
            (
                NAMES[peer.engine],
                f"{peer.documents:,}",
                _ratio(ours.speed / peer.speed),
                _ratio(ours.speed_at_work / peer.speed_at_work),
                _ratio(ours.building.megabytes / peer.building.megabytes),
                *(_ratio(_paired(of(ours), of(peer))) for of in WAYS.values()),
            )
            for ours, peer in pairs(measured)
        ),
    )


def by_kind(measured: Sequence[Measured], ways: Sequence[str]) -> str:
    """Return medians of each kind of question, in two ways that stand beside each other."""
    return table(
        ("question", *(NAMES[one.engine] for one in measured)),
        (
            (kind.value, *(" / ".join(ms(median(_of_kind(one, kind, WAYS[way]))) for way in ways) for one in measured))
            for kind in Kind
        ),
    )


def combinations(measured: Sequence[Measured]) -> str:
    """Return what questions of known words in new combinations take, beside the same kinds asked before."""
    return table(
        ("engine", "documents", "top 10: cold", "new", "warm", "with facets: cold", "new", "warm"),
        (
            (NAMES[one.engine], f"{one.documents:,}", *_stages(one, one.top), *_stages(one, one.counted))
            for one in measured
        ),
    )


def growth(measured: Sequence[Measured]) -> str:
    """Return by how much times grow when documents are doubled, from the smallest to the largest collection."""
    return table(
        ("engine", "documents", "building", "building, CPU", *WAYS),
        (
            (
                NAMES[small.engine],
                f"{small.documents:,} to {large.documents:,}",
                _doubling(small, large, small.building.seconds, large.building.seconds),
                _doubling(small, large, small.building.processor, large.building.processor),
                *(_doubling(small, large, median(of(small)), median(of(large))) for of in WAYS.values()),
            )
            for small, large in _extremes(measured)
        ),
    )


def sizes(measured: Sequence[Measured]) -> list[int]:
    """Return the sizes that were measured, in ascending order."""
    return sorted({one.documents for one in measured})


def pairs(measured: Sequence[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Yield each peer with our engine at the same size."""
    ours = {one.documents: one for one in measured if one.engine == OURS}
    for one in measured:
        if one.engine != OURS and one.documents in ours:
            yield ours[one.documents], one


def ms(time: float) -> str:
    """Return milliseconds with as many digits as matter."""
    return f"{time:,.0f}" if time >= 100 else f"{time:.1f}" if time >= 10 else f"{time:.2f}"


def percentile(times: Sequence[float], share: int) -> float:
    """Return the time that this many of a hundred do not exceed."""
    return quantiles(times, n=100, method="inclusive")[share - 1]


def _percentiles(times: Sequence[float]) -> str:
    return " / ".join(ms(percentile(times, share)) for share in SHARES)


def _stages(one: Measured, asking: Asking) -> Iterator[str]:
    again = set(one.further_kinds)
    for times in (asking.cold, asking.recombined, asking.warm):
        kinds = one.further_kinds if times is asking.recombined else one.kinds
        yield ms(median(time for time, kind in zip(times, kinds, strict=True) if kind in again))


def _of_kind(one: Measured, kind: Kind, of: Times) -> list[float]:
    return [time for time, its in zip(of(one), one.kinds, strict=True) if its is kind]


def _paired(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def _ratio(value: float) -> str:
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def _doubling(small: Measured, large: Measured, before: float, after: float) -> str:
    return f"x {(after / before) ** (1 / log2(large.documents / small.documents)):.2f}"


def _extremes(measured: Sequence[Measured]) -> Iterator[tuple[Measured, Measured]]:
    for engine in NAMES:
        of_engine = sorted((one for one in measured if one.engine == engine), key=lambda one: one.documents)
        if len(of_engine) > 1:
            yield of_engine[0], of_engine[-1]
