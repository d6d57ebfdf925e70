"""Telling an id from what follows it."""

import pytest

from indexer.model.identifiers import Language
from indexer.model.place import PlaceKind
from indexer.representations.document_paths import (
    CitationPart,
    DocumentPart,
    OriginalPart,
    PlacePart,
    TextPart,
    VersionPart,
    WorkPart,
    part_at,
    split_document_path,
)

_PAPER = "UN/POP/MIG-12CM/2014/05"
_ENGLISH = Language("en")


@pytest.mark.parametrize(
    ("path", "expected_id", "expected_part"),
    [
        (_PAPER, _PAPER, WorkPart()),
        (f"{_PAPER}/", _PAPER, WorkPart()),
        (f"{_PAPER}/en", _PAPER, VersionPart(_ENGLISH)),
        (f"{_PAPER}/und/text.txt", _PAPER, TextPart(Language("und"))),
        (f"{_PAPER}/en/pages/12", _PAPER, PlacePart(_ENGLISH, PlaceKind.PAGE, 12)),
        (f"{_PAPER}/en/paragraphs/3", _PAPER, PlacePart(_ENGLISH, PlaceKind.PARAGRAPH, 3)),
        (f"{_PAPER}/en/slides/1", _PAPER, PlacePart(_ENGLISH, PlaceKind.SLIDE, 1)),
        (f"{_PAPER}/en/original", _PAPER, OriginalPart(_ENGLISH, None)),
        (f"{_PAPER}/en/original.pdf", _PAPER, OriginalPart(_ENGLISH, "pdf")),
        (f"{_PAPER}/citation.csl.json", _PAPER, CitationPart("csl.json")),
        ("S/RES/1325(2000)/fr", "S/RES/1325(2000)", VersionPart(Language("fr"))),
        ("panel-summary/en", "panel-summary", VersionPart(_ENGLISH)),
        ("a/res/68/4/es", "a/res/68/4", VersionPart(Language("es"))),
        ("st/sg/ac.10/11", "st/sg/ac.10/11", WorkPart()),
        (f"{_PAPER}/en/pages/0", f"{_PAPER}/en/pages/0", WorkPart()),
        (f"{_PAPER}/en/pages/012", f"{_PAPER}/en/pages/012", WorkPart()),
        (f"{_PAPER}/citation.docx", f"{_PAPER}/citation.docx", WorkPart()),
        ("en", "en", WorkPart()),
        ("en/fr", "en", VersionPart(Language("fr"))),
        ("a\nb/en", "a\nb", VersionPart(_ENGLISH)),
        ("", "", WorkPart()),
    ],
)
def test_an_id_ends_where_an_address_of_documents_begins(
    path: str, expected_id: str, expected_part: DocumentPart
) -> None:
    """Lower-case segments after an id are ours; a path that no document has is an id that nothing is found by."""
    assert (expected_id, expected_part) == part_at(path)


def test_the_rest_of_a_path_is_kept_as_it_is() -> None:
    """A redirect to another spelling of the symbol takes the rest along."""
    assert ("a/68/370", "en/original.pdf") == split_document_path("a/68/370/en/original.pdf")
    assert ("a/68/370", "") == split_document_path("a/68/370")
