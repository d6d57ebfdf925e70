"""Text mended: letter forms, hyphens, spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.repair import Hyphens, clean_line, clean_text, fold_presentation_forms, right_ligature


@pytest.mark.parametrize(
    ("found", "folded"),
    [
        ("eﬃcient ﬁrst ﬂow", "efficient first flow"),
        ("\ufefb", "لا"),
        ("ﻧﻈﺮﺍ\ufe70", "نظرا\u064b"),
        ("⼤会", "大会"),
        ("½ № … ²", "½ № … ²"),
    ],
)
def test_letter_forms_become_letters_and_signs_stay(found: str, folded: str) -> None:
    """Only what stands for letters is folded; a reader still sees the document's own signs."""
    assert folded == fold_presentation_forms(found)


def test_a_ligature_named_backwards_is_turned() -> None:
    """No glyph is alef followed by lam: it is the lam-alef ligature, named in the order seen."""
    assert "لا" == right_ligature("ال")


def test_controls_and_needless_spaces_go() -> None:
    """Soft hyphens, direction marks and controls are no text; paragraphs stand one empty line apart."""
    assert "inter-action\n\nnext" == clean_text(" inter-\u00adac\u200b\x00tion \r\n \n\n\n\u202b next\u202c\u00a0")


@given(st.text())
def test_mending_twice_changes_nothing_more(text: str) -> None:
    """Clean text is clean."""
    once = clean_text(text)

    assert once == clean_text(once)


@given(st.text())
def test_clean_text_can_be_stored_and_sent(text: str) -> None:
    """No surrogate or control is left, and no more than one empty line."""
    cleaned = clean_text(text)

    cleaned.encode()
    assert "\n\n\n" not in cleaned
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("inter\u00ad", "national", "international"),
        ("migra-", "tion", "migration"),
        ("2005-", "2010", "2005-2010"),
        ("2005–", "2010", "2005–2010"),
        ("UN-", "Habitat", "UN-Habitat"),
        ("A/HRC/", "WG.6/8/L.8", "A/HRC/WG.6/8/L.8"),
        ("the aim –", "as said", None),
        ("migration", "and", None),
        ("-", "and", None),
    ],
)
def test_a_hyphen_at_a_line_end_joins_a_divided_word(before: str, after: str, joined: str | None) -> None:
    """A hyphen between small letters goes; the marks of symbols, ranges and names stay, without a space."""
    assert joined == Hyphens([]).join(before, after)


def test_a_compound_keeps_its_hyphen() -> None:
    """How the document writes a word within its lines decides."""
    assert "low-carbon" == Hyphens(["a low-carbon path"]).join("low-", "carbon")
