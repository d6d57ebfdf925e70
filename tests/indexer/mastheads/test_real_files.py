"""Mastheads of real documents are read, over whole collections."""

import os
import re
from pathlib import Path

import pytest

from indexer.extraction import ExtractionError
from indexer.mastheads import Proposal
from tests.indexer.mastheads.builders import proposal_of_file


def _files(pattern: str) -> list[Path]:
    folder = os.environ.get("MASTHEAD_TEST_DATA")
    if not folder:
        pytest.skip("MASTHEAD_TEST_DATA names no folder")
    return sorted(Path(folder).glob(pattern))


def _proposals(pattern: str) -> dict[str, Proposal]:
    found = {}
    for path in _files(pattern):
        try:
            found[path.name] = proposal_of_file(path)
        except ExtractionError:
            continue
    return found


@pytest.mark.real_files
def test_resolutions_of_the_security_council() -> None:
    """Every symbol is right, and nearly every date falls into the year of the symbol."""
    proposals = _proposals("un/sc-resolutions-en/*.txt")
    named = {name: re.match(r"S_RES_0*(\d+)_(\d{4})", name) for name in proposals}

    right = [
        name
        for name, found in proposals.items()
        if (match := named[name]) and found.symbol and found.symbol.value == f"S/RES/{match[1]}({match[2]})"
    ]
    dated = [name for name, found in proposals.items() if found.date and found.date.value.day]
    assert len(proposals) == len(right)
    assert len(dated) >= 0.95 * len(proposals)


@pytest.mark.real_files
@pytest.mark.slow
def test_reports_of_the_human_rights_council() -> None:
    """Symbol, date, title and body are right on every first page."""
    proposals = _proposals("un/upr-pdf/*.pdf")

    complete = [
        name
        for name, found in proposals.items()
        if found.symbol
        and re.fullmatch(r"A/HRC/\d+/\d+", found.symbol.value)
        and found.date
        and found.date.value.day
        and found.title
        and found.title.value.startswith("Report of the Working Group on the Universal Periodic Review: ")
        and found.body
        and found.body.value.casefold() == "human rights council"
    ]
    assert len(complete) >= 0.95 * len(proposals)


@pytest.mark.real_files
@pytest.mark.slow
def test_filings_of_states_have_no_symbol() -> None:
    """No symbol is made up; language and state are those of the file's name."""
    proposals = _proposals("un/indc-pdf/*.pdf")

    assert [] == [name for name, found in proposals.items() if found.symbol]
    assert [] == [name for name, found in proposals.items() if not found.body or not found.title]
    assert [] == [name for name, found in proposals.items() if not found.language or found.language.confidence < 0.7]
