"""One part of a symbol is spelled in one way."""

import pytest

from indexer.symbols.components import bracket_of, divide, number_of, spelled_part, without_bracket


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("res", "RES"),
        ("add.1", "Add.1"),
        ("ADD1", "Add.1"),
        ("l.010", "L.10"),
        ("007", "7"),
        ("s-27", "S-27"),
        ("mig-12cm", "MIG-12CM"),
        ("1325 (2000)", "1325(2000)"),
        ("217 a (iii)", "217(III)A"),
        ("6 (sect. 9)", "6(Sect.9)"),
        ("5 (vol. i)", "5(Vol.I)"),
        ("c.i", "C.I"),
        ("ozl.pro.26", "OzL.Pro.26"),
        ("8.", "8"),
        ("", None),
        ("(", None),
        ("1(x", None),
        ("1(hello)", None),
        ("a b!", None),
    ],
)
def test_a_part_is_spelled(written: str, expected: str | None) -> None:
    """Capitals, dot, number and brackets come out canonically; what cannot be a part is refused."""
    assert expected == spelled_part(written)


def test_a_slash_in_brackets_divides_nothing() -> None:
    """Some symbols have one there."""
    assert ("LC", "G.2548(SES.34/3)") == divide("LC/G.2548(SES.34/3)")


def test_number_and_bracket_are_taken_apart() -> None:
    """1325(2000) is a number with a year."""
    assert (1325, "2000", "1325") == (number_of("1325(2000)"), bracket_of("1325(2000)"), without_bracket("1325(2000)"))
