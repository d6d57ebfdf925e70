"""The document's own symbol is told from those that it cites."""

from tests.indexer.mastheads.builders import proposal_of


def _symbol(text: str, name: str = "file.pdf", **others: object) -> tuple[str, float] | None:
    found = proposal_of(text, name, **others).symbol
    return (found.value, found.confidence) if found else None


def test_masthead_wins_over_the_file_name() -> None:
    """A file that was named wrongly is found out, with less confidence and a reason."""
    found = proposal_of("United Nations A/68/370\n\nGeneral Assembly", "A_68_190.pdf").symbol

    assert found is not None
    assert ("A/68/370", 0.6) == (found.value, found.confidence)
    assert "A/68/190" in found.reason


def test_the_running_lines_have_it_where_the_page_has_not() -> None:
    """A symbol that extraction took for a running header is not lost."""
    assert ("A/68/370", 0.95) == _symbol("A title\n\nA text", running_lines=("A/68/370", "3/12"))


def test_an_addendum_is_its_own_document() -> None:
    """A symbol with Add.1 is kept whole."""
    assert ("A/HRC/15/12/Add.1", 0.9) == _symbol("United Nations A/HRC/15/12/Add.1\n\nGeneral Assembly")


def test_cited_symbols_are_not_its_own() -> None:
    """Symbols in brackets, in footnotes and in sentences belong to other documents."""
    text = "A title\n\n[S/3509]\n\n* Previously issued under document symbol A/HRC/WG.6/8/L.8.\n\nas said in A/68/190."

    assert _symbol(text) is None


def test_a_job_number_is_no_symbol() -> None:
    """The number of the print job stands in the footer of the first page."""
    assert _symbol("United Nations\n\nGE.10-14942 (E) 081209\n\n13-12345") is None


def test_a_damaged_heading_leaves_the_name() -> None:
    """Where the scan broke the year, the file's name still says the symbol."""
    text = "Resolution 361 (197-4)\nof 30 August 1974\n\nThe Security Council,"

    assert ("S/RES/361(1974)", 0.7) == _symbol(text, "S_RES_0361_1974_EN_GOLD.txt")


def test_the_title_that_a_program_gave_names_it() -> None:
    """Word writes the name of the file it came from into the properties."""
    properties = (("title", "Microsoft Word - A HRC 17 8 FOR PROCESSING -2-.doc"),)

    assert ("A/HRC/17/8", 1.0) == _symbol("United Nations A/HRC/17/8", properties=properties)
