"""Prints what was measured as tables that Markdown shows, too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.measuring import Asking, Building, percentile
from tests.bench.synthetic import Kind

P50, P95 = 50, 95


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine at one size."""

    documents: int
    engine: str
    building: Building
    asking: Asking

    @property
    def speed(self) -> float:
        """Documents indexed in a second."""
        return self.documents / self.building.seconds

    @property
    def speed_at_work(self) -> float:
        """Documents indexed in a second of the processor."""
        return self.documents / self.building.processor


def print_summary(measured: Sequence[Measured]) -> None:
    """Print a line for each engine and size, and how the first engine compares with each other one."""
    print("\n10 hits with exact counts of 3 facets; ms as p50 / p95; first: nothing kept yet, again: 3 more rounds\n")
    _print_row(
        "documents", "engine", "docs/s", "docs/CPU s", "index MB", "build RSS MB", "open ms", "first", "again", "RSS MB"
    )
    _print_row(*["---"] * 10)
    for one in measured:
        _print_row(*_figures(one))
    for ours, other in _pairs(measured):
        _print_row(*_ratios(ours, other))
    for ours, other in _pairs(measured):
        same = sum(a == b for a, b in zip(ours.asking.totals, other.asking.totals, strict=True))
        print(
            f"\n{ours.documents:,}: {ours.engine} and {other.engine} find as many documents for {same} of "
            f"{len(ours.asking.totals)} questions (stems differ)"
        )


def print_kinds(measured: Sequence[Measured]) -> None:
    """Print the median time of each kind of question."""
    print("\nby kind, median ms again\n")
    _print_row("question", *(f"{one.engine} {one.documents:,}" for one in measured))
    _print_row(*["---"] * (len(measured) + 1))
    for kind in Kind:
        _print_row(kind.value, *(f"{median(one.asking.of_kind(kind)):.2f}" for one in measured))


def _figures(one: Measured) -> Iterator[str]:
    yield f"{one.documents:,}"
    yield one.engine
    yield f"{one.speed:,.0f}"
    yield f"{one.speed_at_work:,.0f}"
    yield f"{one.building.megabytes:.0f}"
    yield f"{one.building.memory:.0f}"
    yield f"{one.asking.opening:.0f}"
    for times in (one.asking.first, one.asking.all_again):
        yield f"{percentile(times, P50):.2f} / {percentile(times, P95):.2f}"
    yield f"{one.asking.memory:.0f}"


def _ratios(ours: Measured, other: Measured) -> Iterator[str]:
    yield f"{ours.documents:,}"
    yield f"{ours.engine} : {other.engine}"
    yield f"{ours.speed / other.speed:.2f}"
    yield f"{ours.speed_at_work / other.speed_at_work:.2f}"
    yield f"{ours.building.megabytes / other.building.megabytes:.2f}"
    yield f"{ours.building.memory / other.building.memory:.2f}"
    yield f"{ours.asking.opening / other.asking.opening:.2f}"
    for mine, its in (
        (ours.asking.first, other.asking.first),
        (ours.asking.all_again, other.asking.all_again),
    ):
        yield " / ".join(f"{percentile(mine, share) / percentile(its, share):.2f}" for share in (P50, P95))
    yield f"{ours.asking.memory / other.asking.memory:.2f}"


def _pairs(measured: Sequence[Measured]) -> Iterator[tuple[Measured, Measured]]:
    for other in measured:
        ours = next(one for one in measured if one.documents == other.documents)
        if ours is not other:
            yield ours, other


def _print_row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |")
