"""Documents that people judged to answer a question come first about as often as with plain BM25 elsewhere."""

import os
from pathlib import Path

import pytest

from tests.quality.relevance.measuring import measure
from tests.quality.relevance.sets import SETS

LEAST = 0.75
"""Of the published figure: less is a fault of ranking, not of taste. The README has the figures themselves."""


@pytest.mark.slow
@pytest.mark.real_files
@pytest.mark.parametrize("name", SETS)
def test_ranking_is_near_what_is_published(name: str) -> None:
    """By the measure that is published for the set."""
    folder = os.environ.get("MASTHEAD_TEST_DATA")
    if not folder:
        pytest.skip("MASTHEAD_TEST_DATA names no folder of real files")

    assert measure(name, Path(folder) / "rel" / name).ratio > LEAST
