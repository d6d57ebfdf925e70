"""Dublin Core."""

from indexer.representations.citing import cite
from indexer.representations.dublin_core import dublin_core, dublin_core_tags
from indexer.representations.meta_tags import MetaTag
from tests.indexer.representations.records import (
    ENGLISH,
    MEETING,
    PAPER,
    PUBLIC,
    RESOLUTION,
    UNDATED_REPORT,
    VOCABULARY,
)


def test_a_paper_in_dublin_core() -> None:
    """Every element that a paper fills."""
    expected = {
        "title": ("Costs & {benefits}: 50% of migration_data",),
        "creator": ("United Nations Population Fund", "Åkerman Börje, Eva"),
        "subject": ("Recruitment costs",),
        "description": (
            "Specimen: this text was written for the archive and is not the issuing body's.",
            "Statement of responsibility: Prepared by the secretariat",
        ),
        "publisher": ("Department of Economic and Social Affairs, Population Division",),
        "date": ("2014-02-20",),
        "type": ("Text", "Contributed paper"),
        "format": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"),
        "identifier": (
            "UN/POP/MIG-12CM/2014/05",
            "https://papers.example.org/archive/documents/UN/POP/MIG-12CM/2014/05",
        ),
        "language": ("en",),
        "relation": ("Twelfth Coordination Meeting on International Migration",),
        "coverage": ("New York", "2014-02-20/2014-02-21"),
    }

    assert expected == dublin_core(cite(PAPER, VOCABULARY, [MEETING], PUBLIC))


def test_relations_are_said_in_words() -> None:
    """Another document is named by its id."""
    assert ("Replaces A/68/L.5",) == dublin_core(cite(RESOLUTION, VOCABULARY, [], PUBLIC))["relation"]


def test_what_is_not_known_is_left_out() -> None:
    """An undated report has no date."""
    elements = dublin_core(cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC))

    assert ["title", "creator", "type", "identifier", "language"] == list(elements)


def test_each_value_is_a_meta_tag() -> None:
    """The title says its language."""
    tags = dublin_core_tags(cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC))

    assert MetaTag("DC.title", "A New Global Partnership", ENGLISH) == tags[0]
    assert ["DC.title", "DC.creator", "DC.type", "DC.type", "DC.identifier", "DC.language"] == [
        tag.name for tag in tags
    ]
