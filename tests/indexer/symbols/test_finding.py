"""Symbols are found in running text where they stand, and nothing else is."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.symbols import canonical, find_symbols
from tests.indexer.symbols.strategies import SYMBOLS


def _found(text: str, own: str | None = None) -> list[str]:
    return [symbol.canonical for symbol in find_symbols(text, own)]


@given(
    SYMBOLS, st.sampled_from(["", "see ", "(", "文件", "\u200f", "«"]), st.sampled_from(["", ".", ", and", ")", "号"])
)
def test_a_written_symbol_is_found_where_it_stands(symbol: str, before: str, after: str) -> None:
    """The place found holds the symbol and nothing more."""
    text = f"{before}{symbol}{after}"

    (found,) = find_symbols(text)

    assert (symbol, symbol) == (found.canonical, text[found.start : found.end])


@given(st.text(max_size=200))
def test_what_is_found_is_canonical_and_in_the_text(text: str) -> None:
    """Whatever the text, places are within it and symbols are spelled canonically."""
    for found in find_symbols(text):
        assert found.canonical == canonical(found.canonical)
        assert found.as_written == text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as A/HRC/WG.6/6/ DOM/1) and", ["A/HRC/WG.6/6/DOM/1"]),
        ("UN/POP/MIG-\n12CM/2014/05", ["UN/POP/MIG-12CM/2014/05"]),
        ("A/68/190 / A/68/191", ["A/68/190", "A/68/191"]),
        ("A/36/533-S/14701", ["A/36/533", "S/14701"]),
        ("A/68/190 (2013)", ["A/68/190"]),
        ("S/RES/1325 (2000),", ["S/RES/1325(2000)"]),
        ("S/6651.Resolution", ["S/6651"]),
        ("\u0410/68/370", ["A/68/370"]),
        ("A/68/\u00ad190.", ["A/68/190"]),
    ],
)
def test_symbols_are_found_as_printers_break_them(text: str, expected: list[str]) -> None:
    """Line ends, soft hyphens, glued words and look-alike letters do not hide a symbol."""
    assert expected == _found(text)


@pytest.mark.parametrize(
    "text",
    [
        *("HIV/AIDS and/or 24/7", "A/Ibom S/M/L N/A A/C", "A/68 and S/2014", "and A/RES", "UN/ECE, UN/ESCWA", "CD/DVD"),
        *("file/A/68/190x", "TMVP/Karuna", "a/68/190", "USC/SNA", "OSCE/ODIHR", "AND/OR 2000/12"),
    ],
)
def test_names_and_series_are_not_found(text: str) -> None:
    """In running text only what is beyond doubt a document counts."""
    assert [] == _found(text)


def _symbol_of_path(path: str) -> str:
    """Return the symbol that a corpus path writes with low lines for brackets, hyphens and dots."""
    bracketed = re.sub(r"__([^/]+?)_(?=/|$)", r"(\1)", path)
    return re.sub(r"(?<=\d)_(?=\d)|(?<=/es)_", "-", bracketed).replace("_", ".")


@pytest.mark.real_files
def test_symbols_of_real_documents_are_understood() -> None:
    """At least 19 in 20 symbols of documents of one year, named by paths, come back as they are."""
    folder = os.environ.get("MASTHEAD_TEST_DATA")
    if not folder:
        pytest.skip("MASTHEAD_TEST_DATA names no folder")
    lines = (Path(folder) / "un/devset6/dev2000.ids").read_text(encoding="utf-8").splitlines()
    written = [_symbol_of_path(line.split()[0].partition("/")[2]) for line in lines]

    understood = [symbol for symbol in written if (canonical(symbol) or "").lower() == symbol]

    assert len(understood) > 0.95 * len(written)
