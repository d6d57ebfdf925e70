"""`python -m tests.bench.extraction FOLDER`: how fast PDF files are read, and how much of what poppler finds is found.

For each language: pages in a second of the processor for pdfminer.six's own `extract_text`, for our reader with
pdfminer alone and as it is, with pdfium; the words of poppler's `pdftotext` that each of the two gives; and on how
many pages both give the same text. All in one process, file after file, so that other work on the machine slows all
three alike. At last the pool with two workers reads every file of the folder.
"""

import argparse
import re
import subprocess
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pdfminer.high_level import extract_text

from indexer.extraction import ExtractionError, ExtractionPool, extract
from indexer.extraction.reading import extract as extract_here
from indexer.model.place import ExtractedText

Given = TypeVar("Given")

WORKERS = 2
WORD = re.compile(r"[^\W_]+")
DIVIDED = re.compile(r"-\s*\n\s*")


@dataclass(slots=True)
class Tally:
    """What was measured of the files of one language."""

    files: int = 0
    pages: int = 0
    seconds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    expected: int = 0
    same: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Measure every PDF file of a folder and print tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.extraction", description=__doc__)
    parser.add_argument("folder", type=Path, help="its PDF files are read, those of its folders too")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="measure one file of N, for a quick look")
    options = parser.parse_args()
    paths = sorted(options.folder.rglob("*.pdf"))
    _print_readers(_tallies(paths[:: options.every]))
    _print_pool(sorted(path for path in options.folder.rglob("*") if path.is_file()))


def _tallies(paths: Iterable[Path]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = {}
    for path in paths:
        try:
            text = extract(path)  # once before it is measured, so that nothing is loaded then
        except ExtractionError:
            continue
        _measure(path, tallies.setdefault(text.detected, Tally()))
    return tallies


def _measure(path: Path, tally: Tally) -> None:
    quick = _timed(tally.seconds, "quick", lambda: extract(path))
    careful = _timed(tally.seconds, "careful", lambda: extract_here(path, is_careful=True))
    _timed(tally.seconds, "pdfminer", lambda: extract_text(path))
    expected = _words(subprocess.run(["pdftotext", path, "-"], capture_output=True, check=False).stdout.decode())
    tally.files += 1
    tally.pages += len(quick.places)
    tally.expected += expected.total()
    tally.found["quick"] += (_words(_text(quick)) & expected).total()
    tally.found["careful"] += (_words(_text(careful)) & expected).total()
    tally.same["pages"] += sum(a.text == b.text for a, b in zip(quick.places, careful.places, strict=False))
    tally.same["labels"] += [a.place for a in quick.places] == [b.place for b in careful.places]
    tally.same["running"] += quick.running_lines == careful.running_lines


def _timed(seconds: Counter[str], name: str, reading: Callable[[], Given]) -> Given:
    start = time.process_time()
    given = reading()
    seconds[name] += time.process_time() - start  # type: ignore[assignment]  # a counter of seconds, not of things
    return given


def _text(text: ExtractedText) -> str:
    return "\n".join((*text.running_lines, *(place.text for place in text.places)))


def _words(text: str) -> Counter[str]:
    """Count words; one that a hyphen divides at a line's end is one word, and a running line counts once."""
    return Counter(set(WORD.findall(DIVIDED.sub("", unicodedata.normalize("NFKC", text)).lower())))


def _print_readers(tallies: dict[str, Tally]) -> None:
    print("\npages in a second of one core; words: share of pdftotext's distinct words of each file\n")
    _print_row(
        *("language", "files", "pages", "extract_text", "pdfminer, ours", "as it is", "as it is : extract_text"),
        *("words, pdfminer", "words, as it is", "same pages", "same labels", "same running lines"),
    )
    _print_row(*["---"] * 12)
    for language, tally in sorted(tallies.items()):
        _print_row(language, *_figures(tally))
    _print_row("all", *_figures(_summed(tallies.values())))


def _summed(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.files += tally.files
        total.pages += tally.pages
        total.seconds.update(tally.seconds)
        total.found.update(tally.found)
        total.expected += tally.expected
        total.same.update(tally.same)
    return total


def _figures(tally: Tally) -> Iterator[str]:
    yield f"{tally.files:,}"
    yield f"{tally.pages:,}"
    for name in ("pdfminer", "careful", "quick"):
        yield f"{tally.pages / tally.seconds[name]:.0f}"
    yield f"{tally.seconds['pdfminer'] / tally.seconds['quick']:.1f}"
    for name in ("careful", "quick"):
        yield f"{tally.found[name] / max(1, tally.expected):.4f}"
    yield f"{tally.same['pages']:,}"
    yield f"{tally.same['labels']:,}"
    yield f"{tally.same['running']:,}"


def _print_pool(paths: list[Path]) -> None:
    start = time.perf_counter()
    with ExtractionPool(WORKERS) as pool:
        results = [result for _, result in pool.extract_many(paths)]
    seconds = time.perf_counter() - start
    texts = [result for result in results if isinstance(result, ExtractedText)]
    pages = sum(len(text.places) for text in texts if text.media_type == "application/pdf")
    places = sum(len(text.places) for text in texts)
    print(f"\npool of {WORKERS}: {len(paths):,} files, {len(paths) - len(texts):,} without text\n")
    _print_row("seconds", "PDF pages", "other places", "pages and places/s")
    _print_row(*["---"] * 4)
    _print_row(f"{seconds:.1f}", f"{pages:,}", f"{places - pages:,}", f"{places / seconds:,.0f}")


def _print_row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
