"""English labels."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from indexer.model.authority import OrganizationKind
from indexer.model.document import Basis, ContributionRole, RelationKind
from indexer.model.identifiers import LANGUAGE_NAMES, OFFICIAL_LANGUAGES
from indexer.model.meeting import Recording, TalkMode, TalkStatus
from indexer.model.place import Place, PlaceKind, QualityFault
from indexer.model.querytree import Facet, Sort
from indexer.representations import labels
from indexer.representations.search_parameters import FILTER_NAMES, KINDS


@pytest.mark.parametrize(
    ("words", "things"),
    [
        (labels.SORTS, Sort),
        (labels.ROLES, ContributionRole),
        (labels.RELATIONS, RelationKind),
        (labels.REVERSE_RELATIONS, RelationKind),
        (labels.ORGANIZATION_KINDS, OrganizationKind),
        (labels.TALK_MODES, TalkMode),
        (labels.TALK_STATUSES, TalkStatus),
        (labels.RECORDINGS, Recording),
        (labels.BASES, Basis),
        (labels.QUALITY_FAULTS, QualityFault),
        (labels.PLACES, PlaceKind),
    ],
)
def test_everything_has_words(words: Mapping[StrEnum, object], things: type[StrEnum]) -> None:
    """No id of a closed set reaches a reader."""
    assert set(things) == set(words)


def test_kinds_filters_and_languages_have_words() -> None:
    """What parameters may hold has a label."""
    assert set(KINDS) == set(labels.KINDS)
    assert {*FILTER_NAMES, *Facet} == set(labels.FILTERS)
    assert {*OFFICIAL_LANGUAGES, *LANGUAGE_NAMES} <= set(labels.LANGUAGES)


def test_a_kind_has_words_for_one_and_for_several() -> None:
    """Numbers and words agree; what is not known is shown as it is."""
    assert "Contributed paper" == labels.kind_label("contributed_paper")
    assert "Lists of participants" == labels.kind_label("list_of_participants", 0)
    assert "People" == labels.facet_label("person", 2)
    assert ("novel", "colour") == (labels.kind_label("novel"), labels.facet_label("colour"))


def test_a_value_has_the_words_of_its_facet() -> None:
    """Closed sets are worded here, records by themselves."""
    assert "Talk" == labels.value_label("kind", "talk", "talk")
    assert "Arabic" == labels.value_label("language", "ar", "ar")
    assert "Undated" == labels.value_label("year", "undated", "undated")
    assert "World Bank" == labels.value_label("organization", "world-bank", "World Bank")


def test_a_language_without_words_is_its_code() -> None:
    """An archive may hold any language."""
    assert "sw" == labels.language_name("sw")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2014", "2014"),
        ("2010..2015", "2010 to 2015"),
        ("..2015", "Up to 2015"),
        ("2010..", "From 2010"),
        ("undated", "Undated"),
    ],
)
def test_years_are_said_in_words(value: str, expected: str) -> None:
    """Two dots are for addresses."""
    assert expected == labels.year_label(value)


def test_a_place_is_named_as_the_document_names_it_too() -> None:
    """The number counts files' pages, the label is what is printed."""
    assert "Page 4" == labels.place_label(Place(PlaceKind.PAGE, 4, "4"))
    assert "Page 4 (iv)" == labels.place_label(Place(PlaceKind.PAGE, 4, "iv"))
    para = "para. 12, under Recommendations"
    assert "Para. 12, under Recommendations" == labels.place_label(Place(PlaceKind.PARAGRAPH, 9, para))
    assert "Paragraph 9" == labels.place_label(Place(PlaceKind.PARAGRAPH, 9, "9"))
    assert "Slide 2" == labels.place_label(Place(PlaceKind.SLIDE, 2, ""))


def test_a_media_type_has_a_short_name() -> None:
    """Readers know PDF, not application/pdf."""
    assert ("PDF", "image/png") == (labels.media_type_name("application/pdf"), labels.media_type_name("image/png"))
