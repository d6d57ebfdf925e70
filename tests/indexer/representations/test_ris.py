"""RIS."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.document import DocumentKind
from indexer.representations.citing import cite
from indexer.representations.ris import ris
from tests.indexer.representations.records import MEETING, PAPER, PUBLIC, RESOLUTION, UNDATED_REPORT, VOCABULARY

_PAPER = cite(PAPER, VOCABULARY, [MEETING], PUBLIC)


def test_a_paper_is_a_report_with_its_symbol() -> None:
    """The whole record, as it is handed out; bodies have no commas, lines end as in RIS."""
    expected = """TY  - RPRT
TI  - Costs & {benefits}: 50% of migration_data
AU  - United Nations Population Fund
AU  - Åkerman Börje, Eva
SN  - UN/POP/MIG-12CM/2014/05
M3  - Contributed paper
PB  - Department of Economic and Social Affairs, Population Division
PY  - 2014
DA  - 2014/02/20/
T2  - Twelfth Coordination Meeting on International Migration
N1  - Written for: Twelfth Coordination Meeting on International Migration, New York, 2014-02-20/2014-02-21
LA  - en
KW  - Recruitment costs
N1  - Specimen: this text was written for the archive and is not the issuing body's.
N1  - Statement of responsibility: Prepared by the secretariat
UR  - https://papers.example.org/archive/documents/UN/POP/MIG-12CM/2014/05
ER  -\x20
"""

    assert expected.replace("\n", "\r\n") == ris([_PAPER])


def test_a_date_has_the_parts_that_are_known() -> None:
    """Year and month, or nothing at all."""
    dated = ris([cite(RESOLUTION, VOCABULARY, [], PUBLIC)])
    undated = ris([cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC)])

    assert "DA  - 2013/10//\r\n" in dated
    assert ["TY", "TI", "AU", "M3", "LA", "UR", "ER"] == [line[:2] for line in undated.split("\r\n") if line]


def test_a_body_with_parts_has_full_stops() -> None:
    """A comma would make "Population Division" a given name."""
    citation = replace(_PAPER, authors=_PAPER.publishers)

    assert "AU  - Department of Economic and Social Affairs. Population Division\r\n" in ris([citation])


def test_a_presentation_is_one() -> None:
    """Reference managers have a type for slides."""
    assert ris([replace(_PAPER, kind=DocumentKind.PRESENTATION)]).startswith("TY  - SLIDE\r\n")


@given(st.text())
def test_any_title_stays_in_its_line(title: str) -> None:
    """A line break in a title begins no new field."""
    lines = ris([replace(_PAPER, title=title)]).split("\r\n")

    assert [line[:6] for line in ris([_PAPER]).split("\r\n") if line[:2] != "TI"] == [
        line[:6] for line in lines if line[:2] != "TI"
    ]
