"""What was measured is kept and shown whole, whichever engines and sizes there are."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.bench import report
from tests.bench.chart import chart
from tests.bench.engines import NAMES
from tests.bench.material import Kind
from tests.bench.measuring import Asking, Building, Measured
from tests.bench.results import ANEW, FIRST, MADE, RECORDS, Results, Site, Speed

KINDS = list(Kind)
FURTHER = [Kind.ALL_WORDS, Kind.FILTERED]


def _measured(engine: str, documents: int, collection: str = MADE) -> Measured:
    times = [documents / 1_000 * (1 + number) for number in range(len(KINDS))]
    asking = Asking(1.0, 20.0, 30.0, times, times, times, times[: len(FURTHER)])
    building = Building(documents / 500, documents / 600, documents / 100, 120.0)
    return Measured(collection, documents, engine, "1.0", KINDS, FURTHER, building, asking, asking, len(KINDS))


def _site() -> Site:
    speeds = {connections: Speed(10.0, 20.0, 30.0, 90.0) for connections in (FIRST, ANEW, "1", "8")}
    return Site(1_000, 1_500, 20.0, 0.5, 12.0, 80.0, {"page": speeds, "JSON": speeds})


def _results(*measured: Measured) -> Results:
    return Results(
        {"date": "2026-01-02", "processor": "P", "memory": "M", "versions": "V", "load": "9999"}, [*measured], [_site()]
    )


@pytest.mark.parametrize(
    "measured",
    [
        [_measured("masthead", 1_000)],
        [_measured(engine, documents) for engine in NAMES for documents in (1_000, 4_000)],
        [_measured("masthead", 1_000), _measured("masthead", 4_000), _measured("whoosh", 1_000)],
        [_measured("masthead", 1_000), _measured("masthead", 9_000, RECORDS), _measured("fts5", 9_000, RECORDS)],
    ],
)
def test_page_and_summary_name_every_engine(measured: list[Measured]) -> None:
    """No mixture of engines, sizes and collections is too much for the tables."""
    results = _results(*measured)

    for one in measured:
        assert f"| {NAMES[one.engine]} | {one.documents:,} |" in report.page(results)
    assert "1,000 documents of 1,500 words served by one process" in report.summary(results)


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    """The site can be measured again without the engines, for their figures stay."""
    results = _results(_measured("masthead", 1_000), _measured("fts5", 1_000))
    results.skip("Xapian: it is not installed")

    report.write(results, tmp_path)

    assert results == Results.read(tmp_path / report.JSON)


def test_growth_is_told_by_doubling() -> None:
    """Times that grow as documents do grow twofold."""
    results = _results(_measured("masthead", 1_000), _measured("masthead", 8_000))

    assert f"| 1,000 to 8,000 |{' x 2.00 |' * 6}" in report.page(results)


def test_plot_has_a_line_for_each_engine() -> None:
    """The drawing is well-formed and has a point for each measurement in both diagrams."""
    measured = [_measured(engine, documents) for engine in NAMES for documents in (1_000, 4_000)]

    drawn = ET.fromstring(chart(measured))
    names = [element.tag.rpartition("}")[2] for element in drawn.iter()]

    assert (2 * len(NAMES), 2 * len(measured)) == (names.count("polyline"), names.count("circle"))


def test_summary_takes_the_place_of_the_former_one(tmp_path: Path) -> None:
    """All that people wrote around it stays."""
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n", "utf-8")

    report.write_summary(readme, "new")

    assert f"before\n{report.BEGIN}\n\nnew\n\n{report.END}\nafter\n" == readme.read_text("utf-8")
