"""The addresses under a document: ids hold slashes, so what follows one is told by its own grammar."""

import re
from dataclasses import dataclass
from typing import Final

from indexer.model.identifiers import DocumentId, Language
from indexer.model.place import PlaceKind

PLACE_SEGMENTS: Final = {PlaceKind.PAGE: "pages", PlaceKind.PARAGRAPH: "paragraphs", PlaceKind.SLIDE: "slides"}
CITATION_FORMATS: Final = ("bib", "ris", "csl.json")

_PLACE_KINDS: Final = {segment: kind for kind, segment in PLACE_SEGMENTS.items()}
_REST: Final = (
    r"citation\.(?P<format>" + "|".join(map(re.escape, CITATION_FORMATS)) + r")"
    r"|(?P<language>[a-z]{2}|und)"
    r"(?:/(?:(?P<places>" + "|".join(_PLACE_KINDS) + r")/(?P<number>[1-9][0-9]{0,6})"
    r"|(?P<original>original)(?:\.(?P<extension>[a-z0-9]{1,8}))?"
    r"|(?P<text>text\.txt)))?"
)
_PATH: Final = re.compile(rf"(?P<id>.+?)(?:/(?P<rest>{_REST}))?/*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WorkPart:
    """The document itself, with all its versions."""


@dataclass(frozen=True, slots=True)
class VersionPart:
    """One language version."""

    language: Language


@dataclass(frozen=True, slots=True)
class PlacePart:
    """One page, paragraph or slide of a version."""

    language: Language
    kind: PlaceKind
    number: int


@dataclass(frozen=True, slots=True)
class OriginalPart:
    """A file of a version; without an extension the one that is usually meant."""

    language: Language
    extension: str | None


@dataclass(frozen=True, slots=True)
class TextPart:
    """The plain text of a version."""

    language: Language


@dataclass(frozen=True, slots=True)
class CitationPart:
    """The citation of a document in one format, such as `csl.json`."""

    format: str


DocumentPart = WorkPart | VersionPart | PlacePart | OriginalPart | TextPart | CitationPart


def split_document_path(path: str) -> tuple[DocumentId, str]:
    """Return the id and what follows it in a decoded path after `/documents/`.

    The shortest id counts after which the rest is an address that documents have; so a path that none has is an id
    as a whole, one that nothing is found by.
    """
    match = _PATH.fullmatch(path)
    return (DocumentId(match["id"]), match["rest"] or "") if match else (DocumentId(path), "")


def part_at(path: str) -> tuple[DocumentId, DocumentPart]:
    """Return the id and which part of the document a decoded path after `/documents/` names."""
    match = _PATH.fullmatch(path)
    if match is None:
        return DocumentId(path), WorkPart()
    return DocumentId(match["id"]), _part(match)


def _part(match: re.Match[str]) -> DocumentPart:
    if match["format"]:
        return CitationPart(match["format"])
    if not match["language"]:
        return WorkPart()
    language = Language(match["language"])
    if match["places"]:
        return PlacePart(language, _PLACE_KINDS[match["places"]], int(match["number"]))
    if match["original"]:
        return OriginalPart(language, match["extension"])
    return TextPart(language) if match["text"] else VersionPart(language)
