"""CSL-JSON."""

import json

from indexer.representations.citing import cite
from indexer.representations.csl import csl, csl_json
from tests.indexer.representations.records import MEETING, PAPER, PUBLIC, RESOLUTION, UNDATED_REPORT, VOCABULARY


def test_a_paper_is_a_report_with_its_symbol_and_meeting() -> None:
    """The whole item: bodies are literal, the number is the symbol."""
    expected = {
        "id": "UN-POP-MIG-12CM-2014-05",
        "type": "report",
        "title": "Costs & {benefits}: 50% of migration_data",
        "author": [{"literal": "United Nations Population Fund"}, {"family": "Åkerman Börje", "given": "Eva"}],
        "issued": {"date-parts": [[2014, 2, 20]]},
        "number": "UN/POP/MIG-12CM/2014/05",
        "genre": "Contributed paper",
        "publisher": "Department of Economic and Social Affairs, Population Division",
        "event-title": "Twelfth Coordination Meeting on International Migration",
        "event-place": "New York",
        "event-date": {"date-parts": [[2014, 2, 20], [2014, 2, 21]]},
        "language": "en",
        "keyword": "Recruitment costs",
        "URL": "https://papers.example.org/archive/documents/UN/POP/MIG-12CM/2014/05",
        "note": "Specimen: this text was written for the archive and is not the issuing body's. "
        "Statement of responsibility: Prepared by the secretariat",
    }

    assert expected == csl(cite(PAPER, VOCABULARY, [MEETING], PUBLIC))


def test_what_is_not_known_is_left_out() -> None:
    """An undated report has no date, an empty note none."""
    item = csl(cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC))

    assert {"id", "type", "title", "author", "genre", "language", "URL"} == set(item)


def test_a_date_has_the_parts_that_are_known() -> None:
    """The month without a day."""
    assert {"date-parts": [[2013, 10]]} == csl(cite(RESOLUTION, VOCABULARY, [], PUBLIC))["issued"]


def test_a_file_is_a_list_of_items() -> None:
    """Citation processors read lists."""
    citation = cite(PAPER, VOCABULARY, [MEETING], PUBLIC)

    assert [csl(citation), csl(citation)] == json.loads(csl_json([citation, citation]))
