"""BibTeX."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.document import DocumentKind
from indexer.representations.bibtex import bibtex
from indexer.representations.citing import cite
from tests.indexer.representations.records import ARABIC, MEETING, PAPER, PUBLIC, RESOLUTION, UNDATED_REPORT, VOCABULARY

_PAPER = cite(PAPER, VOCABULARY, [MEETING], PUBLIC)


def fields_of(text: str) -> dict[str, str]:
    """Read one entry as BibTeX does: a value ends where its braces are balanced, backslash or not."""
    head, _, body = text.partition(",\n")
    found = {"": head}
    while not body.startswith("}"):
        name, _, body = body.partition(" = ")
        value, body = _value(body)
        found[name.strip()] = value
        body = body.lstrip(",").lstrip("\n")
    assert "}\n" == body
    return found


def _value(text: str) -> tuple[str, str]:
    if not text.startswith("{"):
        end = text.index(",")
        return text[:end], text[end:]
    depth = 0
    for position, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return text[1:position], text[position + 1 :]
    raise AssertionError(f"braces are not balanced: {text}")


def test_a_paper_is_a_report_with_its_symbol_and_meeting() -> None:
    """The whole entry, as it is handed out."""
    expected = r"""@techreport{UN-POP-MIG-12CM-2014-05,
  author = {{United Nations Population Fund} and Åkerman Börje, Eva},
  title = {{Costs \& \textbraceleft{}benefits\textbraceright{}: 50\% of migration\_data}},
  institution = {Department of Economic and Social Affairs, Population Division},
  type = {Contributed paper},
  number = {UN/POP/MIG-12CM/2014/05},
  year = {2014},
  month = feb,
  date = {2014-02-20},
  eventtitle = {{Twelfth Coordination Meeting on International Migration}},
  venue = {New York},
  eventdate = {2014-02-20/2014-02-21},
  language = {en},
  url = {https://papers.example.org/archive/documents/UN/POP/MIG-12CM/2014/05},
  note = {Specimen: this text was written for the archive and is not the issuing body's. Statement of responsibility: Prepared by the secretariat}
}
"""  # noqa: E501 - a note stands in one line

    assert expected == bibtex([_PAPER])


def test_an_undated_report_has_no_year() -> None:
    """Nothing is invented, nothing is empty."""
    fields = fields_of(bibtex([cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC)]))

    assert "{Report of the High-Level Panel of Eminent Persons}" == fields["author"]
    assert {"", "author", "title", "type", "language", "url"} == set(fields)


def test_other_scripts_stay_as_they_are() -> None:
    """UTF-8 needs no commands."""
    fields = fields_of(bibtex([cite(RESOLUTION, VOCABULARY, [], PUBLIC, language=ARABIC)]))

    assert ("{إعلان الحوار الرفيع المستوى}", "{الجمعية العامة}") == (fields["title"], fields["author"])


def test_a_presentation_is_no_report() -> None:
    """It has an organization in the place of an institution."""
    fields = fields_of(bibtex([replace(_PAPER, kind=DocumentKind.PRESENTATION)]))

    assert "@misc{UN-POP-MIG-12CM-2014-05" == fields[""]
    assert "Presentation" == fields["howpublished"]


@given(st.text())
def test_any_title_leaves_the_entry_whole(title: str) -> None:
    """Braces, backslashes and line breaks of a title end no field."""
    fields = fields_of(bibtex([replace(_PAPER, title=title)]))

    assert fields_of(bibtex([_PAPER]))["note"] == fields["note"]


def test_entries_are_divided_by_an_empty_line() -> None:
    """Many citations make one file."""
    assert f"{bibtex([_PAPER])}\n{bibtex([_PAPER])}" == bibtex([_PAPER, _PAPER])
