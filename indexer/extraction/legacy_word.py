"""The reader of old Word files (.doc), through antiword or catdoc where one of them is installed."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence

from indexer.extraction.blocks import Block, BlockKind, places_of
from indexer.extraction.errors import ExtractionError, FailureCode, damaged, encrypted
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.quality import truncated
from indexer.extraction.repair import clean_text

# Both read standard input and write UTF-8 with one line for each paragraph.
PROGRAMS = (("antiword", "-m", "UTF-8.txt", "-w", "0", "-"), ("catdoc", "-d", "utf-8", "-w", "-"))
LONGEST_RUN = 30
ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}


class LegacyWordReader:
    """Reads .doc files."""

    def __init__(self, programs: Sequence[tuple[str, ...]] = PROGRAMS) -> None:
        self._programs = programs

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text by paragraph, from the first program that gives any."""
        installed = [program for program in self._programs if shutil.which(program[0], path=ENVIRONMENT["PATH"])]
        if not installed:
            names = " or ".join(program[0] for program in self._programs)
            raise ExtractionError(
                FailureCode.PROGRAM_MISSING, f"is an old Word file: install {names}, or save the file as .docx"
            )
        complaint = ""
        for program in installed:
            text, complaint = _run(program, content)
            if text.strip():
                places = places_of(_blocks(text), budget)
                notes = (truncated(len(places), "paragraph"),) if budget.is_spent() else ()
                return Reading(places, notes=notes)
        if "encrypted" in complaint.lower():
            raise encrypted()
        raise damaged("no program finds text in it")


def _run(program: tuple[str, ...], content: bytes) -> tuple[str, str]:
    try:
        done = subprocess.run(  # noqa: S603  # the programs are named above, the file is only their input
            program, input=content, capture_output=True, timeout=LONGEST_RUN, check=False, env=ENVIRONMENT
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        return "", str(error)
    is_good = done.returncode == 0
    return done.stdout.decode("utf-8", "replace") if is_good else "", done.stderr.decode("utf-8", "replace")


def _blocks(text: str) -> Iterator[Block]:
    for paragraph in clean_text(text).split("\n"):
        yield Block(BlockKind.PARAGRAPH, paragraph.strip("| "))
