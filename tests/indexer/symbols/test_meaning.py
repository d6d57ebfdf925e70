"""Each part of a symbol is explained in words."""

import pytest

from indexer.symbols import parse
from indexer.symbols.meaning import ordinal


def _meanings(symbol: str) -> list[str]:
    parsed = parse(symbol)
    assert parsed is not None
    return [part.meaning for part in parsed.parts]


def test_a_resolution_is_explained() -> None:
    """Body, kind, session and number are told apart."""
    assert ["General Assembly", "resolution", "sixty-eighth session", "number 4"] == _meanings("A/RES/68/4")


def test_a_contributed_paper_is_explained() -> None:
    """The meeting and its series are named."""
    expected = [
        "United Nations Secretariat",
        "Population Division",
        "twelfth coordination meeting on international migration",
        "year 2014",
        "number 05",
    ]

    assert expected == _meanings("UN/POP/MIG-12CM/2014/05")


@pytest.mark.parametrize(
    ("symbol", "last"),
    [
        ("A/C.3/68/L.10/Rev.1", "revision 1"),
        ("A/68/190/Add.2", "addendum 2"),
        ("A/68/190/Corr.1", "corrigendum 1"),
        ("S/RES/1325(2000)", "number 1325, of 2000"),
        ("A/RES/3201(S-VI)", "number 3201, sixth special session"),
        ("A/68/PV.25", "verbatim record of meeting 25"),
        ("A/HRC/S-17", "seventeenth special session"),
        ("UN/POP/MIG-FCM", "first coordination meeting on international migration"),
    ],
)
def test_the_last_part_is_explained(symbol: str, last: str) -> None:
    """What is added to a symbol, and what it has in brackets, has words of its own."""
    assert last == _meanings(symbol)[-1]


def test_ordinals_are_written_in_words() -> None:
    """Sessions are counted as the United Nations counts them aloud."""
    expected = ["first", "twelfth", "twentieth", "thirty-first", "eighty-second", "101st", "112th"]

    assert expected == [ordinal(number) for number in (1, 12, 20, 31, 82, 101, 112)]
