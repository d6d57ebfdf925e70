"""Where words stand in a document, and what stands there."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.model.identifiers import Language, Sha256


class PlaceKind(StrEnum):
    """What a document is counted in: PDF has pages, Word has paragraphs, PowerPoint has slides."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    SLIDE = "slide"


@dataclass(frozen=True, slots=True)
class Place:
    """One page, paragraph block or slide of a rendition.

    Attributes:
        number: Counts from 1 in the order of the file.
        label: How the document itself names the place ("iv", "para. 12, under Recommendations"); the number
            in digits where it names none.
    """

    kind: PlaceKind
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class PlaceText:
    """The text of one place: paragraphs divided by one empty line, without running headers and footers."""

    place: Place
    text: str


class QualityFault(StrEnum):
    """What can be wrong with a text although it was read."""

    NO_TEXT = "no_text"
    UNMAPPED_FONT = "unmapped_font"
    OTHER_LANGUAGE = "other_language"
    TRUNCATED = "truncated"


@dataclass(frozen=True, slots=True)
class QualityNote:
    """One fault of a text, with a sentence that tells staff what was seen and what to do."""

    fault: QualityFault
    detail: str


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """The text of one file, place by place, as one version of one reader gave it.

    Attributes:
        file: Checksum of the file that was read.
        reader: Name and version of the reader, such as `pdf-1`.
        media_type: The type that the file's content has, such as `application/pdf`.
        running_lines: Distinct lines dropped from the body because they stand on most pages; a masthead's symbol
            is often among them.
        detected: The language that the text is in, `und` where there is too little to tell.
        properties: What the file says of itself: title, author, created, modified, language. Untrusted words.
    """

    file: Sha256
    reader: str
    media_type: str
    places: tuple[PlaceText, ...]
    running_lines: tuple[str, ...]
    detected: Language
    notes: tuple[QualityNote, ...]
    properties: tuple[tuple[str, str], ...]
