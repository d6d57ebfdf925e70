"""From the order seen to the order read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.bidirectional import (
    has_right_to_left,
    is_right_to_left,
    is_seen_from_right,
    reading_order,
)

ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ", min_size=1).map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("2014 ماع", "عام 2014"),
        ("12.5 ةبسن", "نسبة 12.5"),
        ("UNFPA ةمظنم", "منظمة UNFPA"),
        ("A/RES/68/4 رارق", "قرار A/RES/68/4"),
        ("2014/02/20 خيرات", "تاريخ 2014/02/20"),
        ("%15 ةبسن", "نسبة 15%"),
        ("(باب)", "(باب)"),
        (")باب(", "(باب)"),
        ("(A/RES/68/4) 68/4 رارق", "قرار 68/4 (A/RES/68/4)"),
        (")A/RES/68/4( 68/4 رارق", "قرار 68/4 (A/RES/68/4)"),
        (")A/RES/68/4( 68/4", "68/4 (A/RES/68/4)"),
        (".(A/68/190)", "(A/68/190)."),
        (".)A/68/190(", "(A/68/190)."),
    ],
)
def test_a_line_read_from_the_right(seen: str, read: str) -> None:
    """Numbers, symbols and Latin words inside it keep their own order; brackets open before they close."""
    assert read == "".join(reading_order(list(seen), from_right=True))


def test_an_arabic_word_in_an_english_line() -> None:
    """Only the run of Arabic is turned."""
    assert "the word سلام (peace) 12" == "".join(reading_order(list("the word مالس (peace) 12"), from_right=False))


def test_the_letters_of_a_ligature_keep_their_order() -> None:
    """A glyph is moved whole."""
    assert "السلام" == "".join(reading_order(["م", "لا", "س", "ل", "ا"], from_right=True))


@given(ARABIC)
def test_pure_arabic_is_turned_round(text: str) -> None:
    """Without anything else in it, the line seen is the line read backwards."""
    assert text == "".join(reading_order(list(reversed(text)), from_right=True))


@given(st.text("ابتabc 12/.,()-«»%"))
def test_nothing_is_lost(text: str) -> None:
    """The same characters come out, but for the side of brackets."""

    def plain(characters: str) -> list[str]:
        return sorted(characters.translate(str.maketrans(")»", "(«")))

    for from_right in (True, False):
        assert plain(text) == plain("".join(reading_order(list(text), from_right=from_right)))


def test_direction_is_told_by_letters() -> None:
    """Digits and signs have no say; where nothing reads from the right, nothing is turned."""
    assert is_right_to_left([*"عام 2014 UN"])
    assert not is_right_to_left([*"2014"])
    assert has_right_to_left([*"the word سلام"])


def test_a_line_of_latin_words_may_be_set_from_the_right() -> None:
    """Its full stop or its closing bracket stands at the left."""
    assert is_seen_from_right([*".(A/68/190)"])
    assert is_seen_from_right([*")A/68/190("])
    assert not is_seen_from_right([*"(A/68/190)"])
