"""What the room says of itself."""

import unicodedata

from indexer.language import ANALYZER_VERSION


def test_the_version_names_all_that_decides_a_token() -> None:
    """An index made under another Unicode or another stemmer is known to be out of date."""
    assert f"unicode{unicodedata.unidata_version}" in ANALYZER_VERSION
    assert "snowball" in ANALYZER_VERSION
