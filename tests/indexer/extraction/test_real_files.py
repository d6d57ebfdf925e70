"""Files that none of us wrote: each gives its text or a reason, within its limits."""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.extraction.errors import ExtractionFailure, FailureCode
from indexer.extraction.limits import Limits
from indexer.extraction.sandbox import ExtractionPool, Result
from indexer.model.place import ExtractedText

pytestmark = pytest.mark.real_files

SUFFIXES = {".pdf", ".docx", ".doc", ".html", ".txt"}
FOLDERS = ("hard-pdf", "hard-docx", "un")
LIMITS = Limits(wall_seconds=60, cpu_seconds=60, reading_seconds=40)
REASONS = {
    FailureCode.ENCRYPTED,
    FailureCode.DAMAGED,
    FailureCode.EMPTY,
    FailureCode.NOT_A_DOCUMENT,
    FailureCode.UNSUPPORTED,
    FailureCode.PROGRAM_MISSING,
}
WORD = re.compile(r"[^\W_]+")
LEAST_RECALL = 0.95


@pytest.fixture(scope="module")
def data() -> Path:
    """Return the folder of real files."""
    folder = os.environ.get("MASTHEAD_TEST_DATA")
    if not folder:
        pytest.skip("MASTHEAD_TEST_DATA names no folder of real files")
    return Path(folder)


def documents(data: Path) -> list[Path]:
    """Return every document of the folder."""
    found = (path for name in FOLDERS for path in sorted((data / name).rglob("*")))
    return [path for path in found if path.suffix.lower() in SUFFIXES and path.is_file()]


def sample(data: Path) -> list[Path]:
    """Return the two smallest files of each kind in each folder, so that every folder is tried in a few seconds."""
    kinds: dict[tuple[Path, str], list[Path]] = {}
    for path in documents(data):
        kinds.setdefault((path.parent, path.suffix), []).append(path)
    return [path for paths in kinds.values() for path in sorted(paths, key=lambda path: path.stat().st_size)[:2]]


def faults_of(paths: Sequence[Path]) -> list[str]:
    """Return a line for each file that gives neither its text nor an acceptable reason."""
    with ExtractionPool(2, LIMITS) as pool:
        results = dict(pool.extract_many(paths))
    return [str(result) for path, result in results.items() if not is_acceptable(path, result)]


def is_acceptable(path: Path, result: Result) -> bool:
    """Return whether a result is a text with places or a note, or a reason of the file's own making that names it."""
    if isinstance(result, ExtractionFailure):
        return result.code in REASONS and result.reason.startswith(str(path))
    return bool(result.places or result.notes)


def test_a_sample_of_real_files_gives_text_or_reasons(data: Path) -> None:
    """No file crashes, hangs or fills the memory."""
    assert [] == faults_of(sample(data))


@pytest.mark.slow
def test_all_real_files_give_text_or_reasons(data: Path) -> None:
    """The same for every file."""
    assert [] == faults_of(documents(data))


@pytest.mark.slow
def test_words_of_real_files_are_those_of_another_program(data: Path) -> None:
    """Nearly every word that poppler finds in reports of the United Nations is found here too."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    paths = sorted((data / "un/upr-pdf").glob("*.pdf"))
    with ExtractionPool(2, LIMITS) as pool:
        recalls = {path.name: recall(path, result) for path, result in pool.extract_many(paths)}

    assert {} == {name: found for name, found in recalls.items() if found < LEAST_RECALL}


def recall(path: Path, result: Result) -> float:
    """Return the share of poppler's distinct words that a text has."""
    assert isinstance(result, ExtractedText)
    found = words_of("\n".join((*result.running_lines, *(place.text for place in result.places))))
    printed = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
    expected = words_of(printed.decode("utf-8", "replace"))
    return len(found & expected) / len(expected)


def words_of(text: str) -> set[str]:
    """Return the distinct words of a text, with words joined that a hyphen divides at a line's end."""
    return set(WORD.findall(re.sub(r"-\s*\n\s*", "", unicodedata.normalize("NFKC", text)).lower()))
