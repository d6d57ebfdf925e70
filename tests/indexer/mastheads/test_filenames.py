"""The name of a file says symbol, language and words."""

import pytest

from indexer.mastheads.filenames import read_name


@pytest.mark.parametrize(
    ("name", "symbol", "language"),
    [
        ("A_RES_73_3-EN.pdf", "A/RES/73/3", "en"),
        ("S_RES_0015_1946_EN_GOLD.txt", "S/RES/15(1946)", "en"),
        ("A_68_370_F.pdf", "A/68/370", "fr"),
        ("A-68-370.zh.pdf", "A/68/370", "zh"),
        ("a-68-190-add-1_ar.docx", "A/68/190/Add.1", "ar"),
        ("Microsoft Word - A_HRC_12_10 Chile_e.doc", "A/HRC/12/10", None),
        ("Microsoft Word - A HRC 17 8 FOR PROCESSING -2-.doc", "A/HRC/17/8", None),
        ("UN_POP_MIG-12CM_2014_05_ESCWA.docx", "UN/POP/MIG-12CM/2014/05", None),
        ("KGZ_Kyrgyzstan_INDC_Russian.pdf", None, "ru"),
        ("Report_ENGLISH.docx", None, "en"),
        ("plan_e.pdf", None, None),
        ("0813675.DOC", None, None),
        ("austria2011.pdf", None, None),
    ],
)
def test_symbol_and_language_are_read(name: str, symbol: str | None, language: str | None) -> None:
    """Symbols stand first, languages last; one letter is a language only after a number."""
    read = read_name(name)

    assert (symbol, language) == (read.symbol, read.language)


def test_a_state_is_named_after_its_code() -> None:
    """National filings are named by code and state."""
    assert "Antigua and Barbuda" == read_name("ATG_Antigua-and-Barbuda_INDC_English.pdf").state


def test_the_words_are_made_readable() -> None:
    """Low lines and hyphens between words are spaces."""
    assert "New Zealand submission 2" == read_name("folder/New-Zealand_submission_2.pdf").words
