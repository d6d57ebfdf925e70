"""The page of one language version: its text where that is short, else its places; and the search within it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from indexer.archive.answers import MarkedPlace, PlaceMatches, TextView
from indexer.model.place import Place, PlaceKind
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.labels import PLACES, language_name, place_label
from webapp.documents.files import FileLink, file_links, places_count, text_note
from webapp.documents.frame import DocumentFrame, Framing, direction
from webapp.documents.marking import Paragraph, match_count, paragraphs
from webapp.links import Words, tag

WHOLE: Final = 120_000
"""Characters up to which a text stands on one page; longer ones are read place by place."""

LISTED: Final = 100
"""How many places with matches are listed on one page."""


@dataclass(frozen=True, slots=True)
class PlaceBlock:
    """The text of a place on a page that shows several of them.

    Attributes:
        matches: "3 matches"; empty where there are none.
        before, after: Anchors of the nearest matches outside of the place; empty where there is none.
    """

    anchor: str
    label: str
    address: str
    paragraphs: tuple[Paragraph, ...]
    matches: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place with matches, and the first of them with words around it."""

    label: str
    address: str
    count: str
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a search within the text found.

    Attributes:
        summary: "7 matches on 3 pages", or that there are none.
        left_out: How many places are not listed, in words; empty where all are.
    """

    q: str
    summary: str
    places: tuple[FoundPlace, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class VersionPage:
    """All that the page of a version shows.

    Attributes:
        finding: None where nothing is searched for.
        blocks: The whole text; empty where it is too long for one page.
        places: Links to the places; empty where the whole text is shown.
        missing: Why there is no text, in a sentence; empty where there is one.
    """

    frame: DocumentFrame
    address: str
    language: str
    direction: str
    length: str
    files: tuple[FileLink, ...]
    plain_text: str
    q: str
    finding: Finding | None
    blocks: tuple[PlaceBlock, ...]
    places: tuple[Words, ...]
    places_name: str
    missing: str


class VersionPresenter:
    """Makes the page of one version."""

    def __init__(self, view: TextView, names: AuthorityNames) -> None:
        self._view = view
        self._document = view.document
        self._language = view.version.language
        self._addresses = names.addresses
        self._key = (view.document.id, view.version.language)
        self.framing = Framing(view.document, view.meetings, names)

    @property
    def is_whole(self) -> bool:
        """Whether the text is short enough to stand on one page."""
        return self._view.characters <= WHOLE

    def trail(self) -> tuple[Words, ...]:
        """Return the way to the page."""
        return self.framing.trail(self.framing.step(self._language))

    def frame(self) -> DocumentFrame:
        """Return what stands above the pages of the version."""
        return self.framing.frame((self._language,), self._language, self._view.official)

    def page(self, q: str, found: tuple[PlaceMatches, ...], texts: Iterable[MarkedPlace]) -> VersionPage:
        """Return the page.

        Args:
            q: What is searched for within the text.
            found: The places with matches.
            texts: Every place with its matches marked, where the whole text is shown.
        """
        view, addresses = self._view, self._addresses
        records = {view.file.path: view.file} if view.file else {}
        kind = view.places[0].kind if view.places else PlaceKind.PAGE
        blocks = tuple(self._blocks(tuple(texts)))
        links = file_links(self._document, view.version, records, addresses)
        return VersionPage(
            frame=self.frame(),
            address=addresses.version(*self._key),
            language=tag(self._language),
            direction=direction(self._language),
            length=places_count(kind, len(view.places)) if view.places else "",
            files=tuple(replace(link, note="") for link in links),
            plain_text=addresses.text(*self._key) if view.places else "",
            q=q,
            finding=self._finding(q, found, kind) if q else None,
            blocks=blocks,
            places=() if blocks else tuple(self._to_place(place) for place in view.places),
            places_name=PLACES[kind].many,
            missing="" if view.places else self._why_missing(),
        )

    def _why_missing(self) -> str:
        if not self._view.version.renditions:
            return f"This archive holds no copy in {language_name(self._language)}."
        return text_note(self._view.file) or "This file has no text: it cannot be searched."

    def _to_place(self, place: Place) -> Words:
        return Words(place_label(place), self._addresses.place(self._key, place.kind, place.number))

    def _blocks(self, texts: Sequence[MarkedPlace]) -> Iterator[PlaceBlock]:
        total = sum(match_count(text.parts) for text in texts)
        first = 1
        for text in texts:
            link, count = self._to_place(text.place), match_count(text.parts)
            yield PlaceBlock(
                anchor=f"{text.place.kind}-{text.place.number}",
                label=link.text,
                address=link.address,
                paragraphs=paragraphs(text.parts, first),
                matches=_matches(count) if count else "",
                before=f"#match-{first - 1}" if count and first > 1 else "",
                after=f"#match-{first + count}" if count and first + count <= total else "",
            )
            first += count

    def _finding(self, q: str, found: tuple[PlaceMatches, ...], kind: PlaceKind) -> Finding:
        total = sum(one.count for one in found)
        places = places_count(kind, len(found))
        preposition = "in" if kind is PlaceKind.PARAGRAPH else "on"
        left_out = len(found) - LISTED
        return Finding(
            q=q,
            summary=f"{_matches(total)} {preposition} {places}" if total else "No matches",
            places=tuple(self._found(one, number, q) for number, one in list(_numbered(found))[:LISTED]),
            left_out=f"{places_count(kind, left_out)} more with matches" if left_out > 0 else "",
        )

    def _found(self, one: PlaceMatches, number: int, q: str) -> FoundPlace:
        place = one.place
        elsewhere = self._addresses.place(self._key, place.kind, place.number, q=q, match=1)
        return FoundPlace(
            label=place_label(place),
            address=f"#match-{number}" if self.is_whole else elsewhere,
            count=_matches(one.count),
            parts=one.passages[0].parts if one.passages else (),
        )


def _matches(count: int) -> str:
    return f"{count:,} match{'' if count == 1 else 'es'}"


def _numbered(found: tuple[PlaceMatches, ...]) -> Iterator[tuple[int, PlaceMatches]]:
    """Yield each place with the number that its first match has in the whole text."""
    number = 1
    for one in found:
        yield number, one
        number += one.count
