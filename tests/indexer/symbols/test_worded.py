"""Resolutions named in words are found in six languages, and only where it is clear whose they are."""

import pytest

from indexer.symbols import find_symbols


def _found(text: str, own: str | None = None) -> list[str]:
    return [symbol.canonical for symbol in find_symbols(text, own)]


@pytest.mark.parametrize(
    "text",
    [
        "General Assembly resolution 58/208 of 13 February 2004",
        "Resolution 58/208",
        "la résolution 58/208 de l'Assemblée générale",
        "la resolución 58/208",
        "la resolución de la Asamblea General 58/208",
        "резолюция 58/208",
        "в резолюции Генеральной Ассамблеи 58/208",
        "第58/208号决议",
        "القرار ٥٨/٢٠٨",
        "قرار الجمعية العامة 58/208",
        "resolution No. 58/208",
    ],
)
def test_a_resolution_of_the_assembly_is_found(text: str) -> None:
    """A number of a session and one within it is the General Assembly's."""
    assert ["A/RES/58/208"] == _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "resolution 1325 (2000)",
        "la résolution 1325 (2000) du Conseil de sécurité",
        "la resolución 1325 (2000)",
        "las resoluciones del Consejo de Seguridad 1325 (2000)",
        "بموجب قرار المجلس 1325 (2000)",
        "委员会执行第1325(2000)号决议",
        "резолюцией 1325 (2000)",
        "第1325(2000)号决议",
        "第1325（2000）号决议",
        "قرار مجلس الأمن ١٣٢٥ (٢٠٠٠)",
    ],
)
def test_a_resolution_of_the_security_council_is_found(text: str) -> None:
    """A number with its year in brackets is the Security Council's."""
    assert ["S/RES/1325(2000)"] == _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "resolutions 58/208, 60/227 and 61/208",
        "resolutions 58/208 of 23 December 2003, 60/227 of 23 December 2005 and 61/208 of 20 December 2006",
        "résolutions 58/208, 60/227 et 61/208",
        "resoluciones 58/208, 60/227 y 61/208",
        "резолюциях Генеральной Ассамблеи 58/208, 60/227 и 61/208",
        "大会第58/208号、第60/227号和第61/208号决议",
        "القرارات 58/208 و 60/227 و 61/208",
    ],
)
def test_each_of_a_list_is_found(text: str) -> None:
    """One head word stands for all the numbers after it."""
    assert ["A/RES/58/208", "A/RES/60/227", "A/RES/61/208"] == _found(text)


def test_a_range_is_filled() -> None:
    """From 58/208 to 58/211 are four resolutions."""
    expected = ["A/RES/58/208", "A/RES/58/209", "A/RES/58/210", "A/RES/58/211"]

    assert expected == sorted(_found("resolutions 58/208 to 58/211"))


def test_a_list_over_lines_with_dates_is_found() -> None:
    """Dates between the numbers do not end the list."""
    text = "its resolutions 338 (1973) of 22 October,\n340 (1973) of 25 October and 341 (1973) of 27 October 1973"

    assert ["S/RES/338(1973)", "S/RES/340(1973)", "S/RES/341(1973)"] == _found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Human Rights Council resolution 5/1", ["A/HRC/RES/5/1"]),
        ("resolution 9/12 adopted by the Human Rights Council", ["A/HRC/RES/9/12"]),
        ("Economic and Social Council resolution 2008/12", ["E/RES/2008/12"]),
        ("General Assembly resolution 1514 (XV)", ["A/RES/1514(XV)"]),
        ("resolution 3201 (S-VI)", ["A/RES/3201(S-VI)"]),
        ("General Assembly resolution 217 A (III)", ["A/RES/217(III)A"]),
        ("Commission on Human Rights resolution 2002/35", []),
        ("resolution 973 (X)", []),
        ("the Committee established by resolution 661 (1990)", ["S/RES/661(1990)"]),
        ("Comité créé par la résolution 1521 (2003)", ["S/RES/1521(2003)"]),
        ("Комитет, учрежденный резолюцией 1521 (2003)", ["S/RES/1521(2003)"]),
        ("General\nAssembly resolution 1514 (XV)", ["A/RES/1514(XV)"]),
        ("resolution 16/21, the following", []),
        ("resolution 12 (2004) of the assembly of a club", []),
        ("the 2008/09 budget; a resolution of 24/7 work", []),
        ("第68/501号决定", []),
        ("第58/208号决议和第68/501号决定", ["A/RES/58/208"]),
        (
            "General Assembly resolution 58/208 and Human Rights Council resolution 5/1",
            ["A/RES/58/208", "A/HRC/RES/5/1"],
        ),
    ],
)
def test_the_body_decides_whose_it_is(text: str, expected: list[str]) -> None:
    """The body named beside the number owns the resolution; without one a doubtful number is left out."""
    assert expected == _found(text)


def test_a_document_of_the_human_rights_council_means_its_own_resolutions() -> None:
    """Where no body is named, the symbol of the citing document tells."""
    assert ["A/HRC/RES/16/21"] == _found("annex to resolution 16/21", "A/HRC/24/16")


@pytest.mark.parametrize("unit", ["resolution 58/208, ", "第1/1", "resolution ", "General Assembly ", "58/208, "])
def test_long_texts_of_one_kind_take_no_longer_than_others(unit: str) -> None:
    """A list is read once, however many head words it has."""
    assert len(find_symbols(unit * 5000)) in {0, 5000}
