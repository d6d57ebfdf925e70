"""`python -m tests.bench`: measures our engine and its peers, then the site, and writes what it found."""

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench import report, site
from tests.bench.engines import MODULES, NAMES, OURS
from tests.bench.made import made_material
from tests.bench.material import Material
from tests.bench.measuring import Bench, PeerError
from tests.bench.records import FILE, records_material
from tests.bench.results import MADE, RECORDS, Results

SIZES, QUICK_SIZES = (10_000, 40_000, 100_000), (1_000, 4_000)
MOST_OF_WHOOSH: Final = 40_000
"""Whoosh takes seven minutes to index so many."""


def main() -> None:
    """Measure every engine with every collection, one process at a time."""
    options = _options()
    results = Results()
    engines = [OURS, *(name for name in options.engine if name != OURS)]
    for documents in QUICK_SIZES if options.quick else options.documents:
        with _folder() as folder:
            print(f"making {documents:,} documents", flush=True)
            material = made_material(folder, documents)
            chosen = [*_chosen(engines, documents, options.whoosh_up_to, results)]
            _measure(Bench(MADE, material, documents), chosen, results, options.output)
    _measure_records(engines, results, options.output)
    if not options.no_site:
        sizes = (QUICK_SIZES[0],) if options.quick else (options.site_documents,)
        site.measure(sizes[0], results, options.output)
    report.write(results, options.output)
    print(f"\n{report.summary(results)}\n\nWritten: {options.output / report.PAGE}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=SIZES, help="sizes of the made archive")
    parser.add_argument("--quick", action="store_true", help=f"measure with {QUICK_SIZES} documents, for some minutes")
    parser.add_argument("--engine", nargs="*", choices=MODULES, default=list(MODULES), help="peers beside our engine")
    parser.add_argument(
        "--whoosh-up-to", type=int, default=MOST_OF_WHOOSH, metavar="N", help="leave Whoosh out of larger archives"
    )
    parser.add_argument("--no-site", action="store_true", help="measure the engines alone")
    parser.add_argument(
        "--site-documents", type=int, default=site.DOCUMENTS, metavar="N", help="size of the site's archive"
    )
    parser.add_argument(
        "--output", type=Path, default=report.DOCS, help="folder to write into; README is written with docs"
    )
    return parser.parse_args()


def _chosen(engines: list[str], documents: int, most_of_whoosh: int, results: Results) -> Iterator[str]:
    for engine in engines:
        if engine == "whoosh" and documents > most_of_whoosh:
            results.skip(f"Whoosh with more than {most_of_whoosh:,} documents, for the time that it takes")
        else:
            yield engine


def _measure(bench: Bench, engines: Sequence[str], results: Results, output: Path) -> None:
    bench.build(engines)
    for engine in engines:
        try:
            one = bench.measured(engine)
        except PeerError as reason:
            results.skip(f"{NAMES[engine]}: {reason}")
            continue
        results.measured.append(one)
        report.write(results, output)
        print(
            f"{one.collection} {one.documents:,} {engine}: {one.speed:,.0f} docs/s, {one.agreeing} answers agree",
            flush=True,
        )


def _measure_records(engines: list[str], results: Results, output: Path) -> None:
    data = Path(os.environ.get("MASTHEAD_TEST_DATA", ""))
    if not (data / FILE).is_file():
        results.skip(f"real records: MASTHEAD_TEST_DATA names no folder with {FILE}")
        return
    with _folder() as folder:
        material: Material = records_material(data, folder)
        documents = sum(1 for _ in material.papers())
        _measure(Bench(RECORDS, material, documents), engines, results, output)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="masthead-bench-") as name:
        yield Path(name)


if __name__ == "__main__":
    main()
