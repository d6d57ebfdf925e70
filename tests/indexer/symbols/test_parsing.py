"""Any spelling of a symbol leads to one canonical spelling, and words lead to none."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.symbols import canonical, official_address, parse, prefixes, series_of, variants, year_of
from tests.indexer.symbols.strategies import SYMBOLS


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a/res/68/4", "A/RES/68/4"),
        ("A/RES/68/4.", "A/RES/68/4"),
        ("(A/68/190)", "A/68/190"),
        ("A / RES / 68 / 4", "A/RES/68/4"),
        ("A/HRC/15/9*", "A/HRC/15/9"),
        ("A/HRC/WG.6/8./L.8", "A/HRC/WG.6/8/L.8"),
        ("UN/POP/MIG\u201312CM/2014/5", "UN/POP/MIG-12CM/2014/05"),
        ("UN/POP/MIG\u201112CM/2014/05", "UN/POP/MIG-12CM/2014/05"),
        ("UN/POP/\u00adMIG-12CM\u00a0/2014/05", "UN/POP/MIG-12CM/2014/05"),
        ("S/RES/1325 (2000)", "S/RES/1325(2000)"),
        ("S_RES_0015_1946", "S/RES/15(1946)"),
        ("A-RES-68-4", "A/RES/68/4"),
        ("A_RES_68_4", "A/RES/68/4"),
        ("a.res.73.3", "A/RES/73/3"),
        ("A HRC 17 8", "A/HRC/17/8"),
        ("a-c-3-68-l-10-rev-1", "A/C.3/68/L.10/Rev.1"),
        ("a_res_3201_s-vi", "A/RES/3201(S-VI)"),
        ("un-pop-mig-12cm-2014-05", "UN/POP/MIG-12CM/2014/05"),
        ("A/68/370/Add1", "A/68/370/Add.1"),
        ("A/68/6 (Sect. 9)", "A/68/6(Sect.9)"),
        ("A/RES/217 A (III)", "A/RES/217(III)A"),
        ("A/RES/56/24 V", "A/RES/56/24V"),
        ("LC/G.2548(SES.34/3)", "LC/G.2548(SES.34/3)"),
        ("UNEP/OzL.Pro.26/10", "UNEP/OzL.Pro.26/10"),
        ("CEDAW/C/URY/8-9", "CEDAW/C/URY/8-9"),
        ("\u0410/68/370", "A/68/370"),
        ("A/\u0666\u0668/\u0663\u0667\u0660", "A/68/370"),
        ("https://undocs.org/en/A/RES/68/4", "A/RES/68/4"),
        ("s/agenda/2280", "S/Agenda/2280"),
        ("A/RES/68", "A/RES/68"),
        ("e/cn.9", "E/CN.9"),
    ],
)
def test_a_spelling_leads_to_the_canonical_one(written: str, expected: str) -> None:
    """What people type, paste and name files by is understood."""
    assert expected == canonical(written)


@pytest.mark.parametrize(
    "words",
    [
        *("UN/ECE", "UN/ESCWA", "and/or", "N/A", "A/C", "w/o", "24/7", "km/h", "HIV/AIDS", "CD/DVD", "S/M/L", "A//B"),
        *("", "/", "Add.1", "2014/05", "A/68/190 and Add.1", "A-1", "A", "a 68", "UN-ECE", "A/B/2", "A/" * 80),
    ],
)
def test_words_are_no_symbols(words: str) -> None:
    """Names, abbreviations and pieces of symbols are refused."""
    assert canonical(words) is None


@given(SYMBOLS)
def test_a_canonical_spelling_stays(symbol: str) -> None:
    """Spelling twice changes nothing more."""
    assert symbol == canonical(symbol)


@given(SYMBOLS)
def test_variants_lead_back(symbol: str) -> None:
    """Every other spelling that is offered is understood as the same symbol."""
    assert {symbol} == {canonical(variant) for variant in variants(symbol)}
    assert symbol == variants(symbol)[0]


@given(SYMBOLS, st.sampled_from([" {} ", "({})", "{}.", "\u201c{}\u201d,", "{}*", "\u200e{}\u200f"]))
def test_case_and_surroundings_do_not_matter(symbol: str, frame: str) -> None:
    """Lower case, brackets, quotation marks and invisible marks are looked through."""
    assert symbol == canonical(frame.format(symbol.lower()))


@given(SYMBOLS)
def test_complete_symbols_are_known_as_such(symbol: str) -> None:
    """A symbol of a document is not taken for that of a series."""
    parsed = parse(symbol)

    assert parsed is not None
    assert parsed.is_complete


@given(st.text(max_size=60))
def test_any_text_is_borne(text: str) -> None:
    """Nothing makes the parser fail, and what it accepts is canonical already."""
    spelled = canonical(text)

    assert spelled is None or spelled == canonical(spelled)


@pytest.mark.parametrize("series", ["A/RES/68", "A/68", "A/HRC/24", "S/2014", "UN/POP", "A/RES", "E/CN.9/2014"])
def test_a_series_is_not_complete(series: str) -> None:
    """A session or a body names no single document, and is understood all the same."""
    parsed = parse(series)

    assert parsed is not None
    assert not parsed.is_complete


def test_prefixes_lead_from_the_document_to_its_body() -> None:
    """The canonical symbol stands first, then ever wider series."""
    assert ("A/RES/68/4", "A/RES/68", "A/RES", "A") == prefixes("a/res/68/4")


def test_a_resolution_is_found_without_its_year() -> None:
    """S/RES/1325 is what people remember of S/RES/1325(2000)."""
    assert ("S/RES/1325(2000)", "S/RES/1325", "S/RES", "S") == prefixes("S/RES/1325(2000)")


@given(SYMBOLS)
def test_prefixes_begin_with_the_symbol_and_grow_shorter(symbol: str) -> None:
    """Each prefix begins the one before it."""
    found = prefixes(symbol)

    assert symbol == found[0]
    assert all(longer.startswith(shorter) for longer, shorter in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/RES/68/4", 2013),
        ("A/68/190", 2013),
        ("A/C.3/68/L.10", 2013),
        ("UN/POP/MIG-12CM/2014/05", 2014),
        ("S/RES/1325(2000)", 2000),
        ("S/2014/123", 2014),
        ("A/RES/1514(XV)", 1960),
        ("A/RES/3201(S-VI)", 1974),
        ("A/S-27/19", 2002),
        ("A/HRC/15/9", 2010),
        ("E/RES/2008/12", 2008),
        ("A/810", None),
        ("CAT/C/28/D/110/1998", None),
        ("A/ES-10/672", None),
        ("S/PV.1234", None),
        ("no symbol", None),
    ],
)
def test_the_year_comes_from_the_symbol(symbol: str, expected: int | None) -> None:
    """A year, or the year in which the session opened; none where the symbol says none."""
    assert expected == year_of(symbol)


def test_the_series_is_the_first_two_parts() -> None:
    """Documents are browsed by body and kind."""
    assert ["A/RES", "UN/POP", "A/HRC"] == [
        series_of(symbol) for symbol in ("a/res/68/4", "UN/POP/MIG-12CM/2014/05", "A/HRC/15/9")
    ]


def test_the_official_address_is_that_of_the_canonical_spelling() -> None:
    """A reader is led to the issuing body's own copy."""
    assert "https://undocs.org/S/RES/1325(2000)" == official_address("s/res/1325 (2000)")
