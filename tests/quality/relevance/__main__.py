"""`python -m tests.quality.relevance FOLDER`: measures and prints a table."""

import argparse
from pathlib import Path

from tests.quality.relevance.measuring import measure
from tests.quality.relevance.sets import SETS


def main() -> None:
    """Measure the sets that are in a folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.relevance", description=__doc__)
    parser.add_argument("folder", type=Path, help="has one folder for each set: " + ", ".join(SETS))
    parser.add_argument("--set", nargs="+", choices=SETS, default=list(SETS), help="which to measure")
    options = parser.parse_args()
    print("| set | questions | nDCG@10 | MAP | plain BM25 | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name in options.set:
        found = measure(name, options.folder / name)
        figures = f"{found.figures['nDCG@10']:.3f} | {found.figures['MAP']:.3f}"
        published = f"{found.published.measure} {found.published.figure:.3f}"
        print(f"| {name} | {found.questions:,} | {figures} | {published} | {found.ratio:.2f} |", flush=True)


if __name__ == "__main__":
    main()
