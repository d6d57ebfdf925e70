"""The issuing body is named in the words of the front."""

import pytest

from tests.indexer.mastheads.builders import proposal_of


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "United Nations A/HRC/15/9\n\nGeneral Assembly\n\nHuman Rights Council\n\nA title",
            "x.pdf",
            "Human Rights Council",
        ),
        ("Nations Unies A/68/370\n\nAssemblée générale Distr. générale\n\nUn titre", "x.pdf", "Assemblée générale"),
        ("Генеральная Ассамблея Распространение: общее", "x.pdf", "Генеральная Ассамблея"),
        ("الجمعية العامة توزيع: عام", "x.pdf", "الجمعية العامة"),
        ("Resolution 528 (1982)\nof 21 December 1982\n\nThe Security Council,", "x.txt", "Security Council"),
        ("A contribution", "AFG_Afghanistan_INDC_English.pdf", "Afghanistan"),
        ("REPUBLIC OF RWANDA\n\nA contribution", "x.pdf", "REPUBLIC OF RWANDA"),
        ("United Nations\n\nInitiatives of a group\n\nGlobal Group (GG)\n\nIntroduction", "x.pdf", "Global Group (GG)"),
        ("Apples and Pears\n\nPears and Apples", "x.pdf", None),
    ],
)
def test_the_body_is_named(text: str, name: str, expected: str | None) -> None:
    """The masthead's last body, the Council, a state, or the organization under the title."""
    found = proposal_of(text, name).body

    assert expected == (found.value if found else None)
