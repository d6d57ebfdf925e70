"""Documents named in a text are found with place and sentence."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.citations import cited_in
from indexer.extraction import extract
from indexer.model.place import Place, PlaceKind, PlaceText
from tests.indexer.symbols.strategies import SYMBOLS


def _places(*texts: str) -> tuple[PlaceText, ...]:
    return tuple(PlaceText(Place(PlaceKind.PAGE, at, str(at)), text) for at, text in enumerate(texts, start=1))


def test_a_citation_says_where_and_in_which_sentence() -> None:
    """The place, the sentence and the offsets lead to the words."""
    text = "A first sentence. The report (A/68/190) lists eight points. A third one."
    (found,) = cited_in(_places("Nothing here.", text))

    assert "A/68/190" == found.symbol == text[found.start : found.end]
    assert 2 == found.place.number
    assert "The report (A/68/190) lists eight points." == found.sentence


def test_the_own_symbol_is_no_citation() -> None:
    """A document that names itself, however spelled, cites nothing."""
    assert () == cited_in(_places("As this document, A/68/190, says."), "a/68/190")


def test_a_document_is_cited_once_on_each_place() -> None:
    """Naming a document twice on a page is one citation; on two pages, two."""
    places = _places("A/68/190, then resolution 58/208 (A/RES/58/208), then A/68/190.", "A/68/190 again.")

    assert [("A/68/190", 1), ("A/RES/58/208", 1), ("A/68/190", 2)] == [
        (found.symbol, found.place.number) for found in cited_in(places)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolutions 58/208, 60/227 and 61/208", ["A/RES/58/208", "A/RES/60/227", "A/RES/61/208"]),
        ("A/68/190 and Add.1", ["A/68/190", "A/68/190/Add.1"]),
        ("القراران ٥٨/٢٠٨ و ٦٠/٢٢٧", ["A/RES/58/208", "A/RES/60/227"]),
        ("резолюция 58/208", ["A/RES/58/208"]),
        ("resolución 58/208", ["A/RES/58/208"]),
        ("大会第58/208号决议", ["A/RES/58/208"]),
        ("résolution 58/208", ["A/RES/58/208"]),
        ("HIV/AIDS, 24/7 and and/or", []),
    ],
)
def test_lists_are_spelled_out_in_each_language(text: str, expected: list[str]) -> None:
    """Each number of a list is a citation of its own."""
    assert expected == [found.symbol for found in cited_in(_places(text))]


def test_the_own_symbol_tells_whose_resolutions_are_meant() -> None:
    """A report of the Human Rights Council means the Council's resolutions."""
    places = _places("In accordance with paragraph 5 of the annex to resolution 16/21, documents were issued.")

    assert [] == [found.symbol for found in cited_in(places)]
    assert ["A/HRC/RES/16/21"] == [found.symbol for found in cited_in(places, "A/HRC/24/16")]


@given(st.lists(SYMBOLS, min_size=1, max_size=5, unique=True))
def test_every_symbol_written_is_cited_but_the_own(symbols: list[str]) -> None:
    """Of symbols set in sentences all are found, in their order, without the document's own."""
    text = " ".join(f"It is said in {symbol}." for symbol in symbols)

    assert symbols[1:] == [found.symbol for found in cited_in(_places(text), symbols[0])]


@given(st.text(max_size=300))
def test_any_text_is_borne(text: str) -> None:
    """Whatever the text, what is found stands in it and its sentence is short."""
    for found in cited_in(_places(text)):
        assert 0 <= found.start < found.end <= len(text)
        assert len(found.sentence) < 500


@pytest.mark.real_files
def test_resolutions_cite_what_they_recall() -> None:
    """Of resolutions named in real texts by number and year, nearly all are found."""
    folder = os.environ.get("MASTHEAD_TEST_DATA")
    if not folder:
        pytest.skip("MASTHEAD_TEST_DATA names no folder")
    text = extract(Path(folder) / "un/sc-resolutions-en/S_RES_0833_1993_EN_GOLD.txt")

    found = {citation.symbol for citation in cited_in(text.places, "S/RES/833(1993)")}
    assert {"S/RES/687(1991)", "S/RES/806(1993)", "S/25811", "S/25811/Add.1"} <= found
    assert "S/RES/833(1993)" not in found
