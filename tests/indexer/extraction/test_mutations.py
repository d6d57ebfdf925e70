"""Files with bytes changed, taken out and put in: each gives its text or a reason."""

import random
from pathlib import Path

import pytest

from indexer.extraction.errors import ExtractionFailure, FailureCode
from indexer.extraction.limits import Limits
from indexer.extraction.sandbox import ExtractionPool
from tests.indexer.extraction.pdf_writer import PdfFile, column
from tests.indexer.extraction.word_files import heading, paragraph, table, word_file

LIMITS = Limits(wall_seconds=30, cpu_seconds=30, reading_seconds=20)
ALARMING = {FailureCode.CRASHED, FailureCode.TOO_SLOW, FailureCode.TOO_MUCH_MEMORY}


def mutated(content: bytes, seed: int) -> bytes:
    """Return content with a few random changes."""
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(changed))
        end = start + chance.choice((1, 1, 4, 40))
        changed[start:end] = chance.choice((b"", chance.randbytes(4), changed[start:end] * 2, b"9" * 9, b"<<"))
    return bytes(changed)


def alarms(folder: Path, count: int) -> list[str]:
    """Return the reasons of mutated files that ended their reader instead of being refused by it."""
    lines = column([f"The meeting took note of item {number} of its agenda." for number in range(20)])
    seeds = (
        PdfFile([lines, lines], labels="0 << /S /r >>").content(),
        word_file(
            heading("Item") + paragraph("12. Noted.") + table(("a", "b")), {"footnotes": "", "header": paragraph("x")}
        ),
    )
    paths = []
    for number in range(count):
        path = folder / str(number)
        path.write_bytes(mutated(seeds[number % len(seeds)], number))
        paths.append(path)
    with ExtractionPool(2, LIMITS) as pool:
        results = [result for _, result in pool.extract_many(paths)]
    assert count == len(results)
    return [result.reason for result in results if isinstance(result, ExtractionFailure) and result.code in ALARMING]


def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    """No change of a file's bytes ends its reader."""
    assert [] == alarms(tmp_path, 100)


@pytest.mark.slow
def test_thousands_of_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    """The same for many more."""
    assert [] == alarms(tmp_path, 3_000)
