"""`python -m tests.bench`: measures and prints tables."""

import argparse
import tempfile
from pathlib import Path

from tests.bench.engines import ENGINES
from tests.bench.measuring import measure_asking, measure_building
from tests.bench.synthetic import make_material
from tests.bench.tables import Measured, print_kinds, print_summary


def main() -> None:
    """Measure every engine at every size, one process at a time."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the made archive")
    parser.add_argument("--engine", nargs="+", choices=ENGINES, default=list(ENGINES), help="what to measure")
    options = parser.parse_args()
    measured = [one for documents in options.documents for one in _measured(documents, options.engine)]
    print_summary(measured)
    print_kinds(measured)


def _measured(documents: int, engines: list[str]) -> list[Measured]:
    found = []
    with tempfile.TemporaryDirectory(prefix="masthead-bench-") as name:
        material = make_material(Path(name), documents)
        for engine in engines:
            folder = Path(name) / engine
            folder.mkdir()
            building = measure_building(engine, material, folder)
            found.append(Measured(documents, engine, building, measure_asking(engine, material, folder)))
    return found


if __name__ == "__main__":
    main()
