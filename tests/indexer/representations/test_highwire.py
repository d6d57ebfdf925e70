"""Meta tags for Google Scholar and Zotero."""

from indexer.representations.citing import cite
from indexer.representations.highwire import highwire_tags
from tests.indexer.representations.records import MEETING, PAPER, PUBLIC, UNDATED_REPORT, VOCABULARY


def test_a_paper_as_tags() -> None:
    """The whole set, each author and topic a tag of its own."""
    address = "https://papers.example.org/archive/documents/UN/POP/MIG-12CM/2014/05"
    expected = [
        ("citation_title", "Costs & {benefits}: 50% of migration_data"),
        ("citation_author", "United Nations Population Fund"),
        ("citation_author", "Åkerman Börje, Eva"),
        ("citation_publication_date", "2014/02/20"),
        ("citation_technical_report_number", "UN/POP/MIG-12CM/2014/05"),
        ("citation_technical_report_institution", "Department of Economic and Social Affairs, Population Division"),
        ("citation_conference_title", "Twelfth Coordination Meeting on International Migration"),
        ("citation_language", "en"),
        ("citation_keywords", "Recruitment costs"),
        ("citation_public_url", address),
        ("citation_pdf_url", f"{address}/en/original.pdf"),
    ]

    assert expected == [(tag.name, tag.content) for tag in highwire_tags(cite(PAPER, VOCABULARY, [MEETING], PUBLIC))]


def test_what_is_not_known_has_no_tag() -> None:
    """No tag is empty."""
    names = [tag.name for tag in highwire_tags(cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC))]

    assert ["citation_title", "citation_author", "citation_language", "citation_public_url"] == names
