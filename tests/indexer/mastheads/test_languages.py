"""The language is that of the text, held against masthead and name."""

import pytest

from tests.indexer.mastheads.builders import proposal_of


@pytest.mark.parametrize(
    ("text", "name", "detected", "expected"),
    [
        ("ENGLISH ONLY\n\nA title", "x.pdf", "en", ("en", 1.0)),
        ("A title", "x_F.pdf", "en", ("en", 0.9)),
        ("A title", "68_F.pdf", "en", ("en", 0.6)),
        ("English\nOriginal: French\n\nA title", "x.pdf", "en", ("en", 1.0)),
        ("Original: English/French\n\nA title", "x.pdf", "fr", ("fr", 0.9)),
        ("A title\n\nGE.09-10150 (E) 200109", "x.pdf", "", ("en", 0.7)),
        ("", "KGZ_Kyrgyzstan_INDC_Russian.pdf", "", ("ru", 0.7)),
        ("Ein Titel", "x.pdf", "de", ("de", 0.5)),
        ("1234", "x.pdf", "", None),
    ],
)
def test_the_language_is_proposed(text: str, name: str, detected: str, expected: tuple[str, float] | None) -> None:
    """Agreement makes sure; a difference is said; the language of the original is not that of the text."""
    found = proposal_of(text, name, detected).language

    assert expected == ((found.value, found.confidence) if found else None)
