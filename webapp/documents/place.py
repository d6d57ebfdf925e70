"""The page of one place of a text: its words, the matches on it, the ways to the places and matches around it."""

from dataclasses import dataclass
from typing import Final

from indexer.archive.answers import MarkedPlace, PlaceMatches, TextView
from indexer.model.place import Place, PlaceKind
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.labels import PLACES, media_type_name, place_label, place_name
from webapp.documents.files import PDF, original_at
from webapp.documents.frame import DocumentFrame, direction
from webapp.documents.marking import Paragraph, match_count, paragraphs
from webapp.documents.version import VersionPresenter
from webapp.links import Words, tag

NUMBERED: Final = 30
"""How many matches of one place have a link each."""


@dataclass(frozen=True, slots=True)
class MatchWays:
    """The ways from match to match.

    Attributes:
        summary: "3 matches on this page".
        here: A link to each match of the place.
        before, after: The nearest match on another place; None where there is none.
        all: Where all places with matches are listed.
    """

    summary: str
    here: tuple[Words, ...]
    before: Words | None
    after: Words | None
    all: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """All that the page of a place shows.

    Attributes:
        version: Leads to the whole version; the search within it is asked there.
        original: Leads to the file, at this place where browsers can; None where it is not given out.
        before, after: The places around this one.
        matches: None where nothing is searched for.
    """

    frame: DocumentFrame
    label: str
    position: str
    language: str
    direction: str
    address: str
    version: Words
    original: Words | None
    before: Words | None
    after: Words | None
    q: str
    matches: MatchWays | None
    paragraphs: tuple[Paragraph, ...]


class PlacePresenter:
    """Makes the page of one place of a version."""

    def __init__(self, view: TextView, place: MarkedPlace, q: str, names: AuthorityNames) -> None:
        self._view = view
        self._place = place.place
        self._parts = place.parts
        self._q = q
        self._addresses = names.addresses
        self._key = (view.document.id, view.version.language)
        self._version = VersionPresenter(view, names)

    def page(self, beside: tuple[PlaceMatches | None, PlaceMatches | None]) -> PlacePage:
        """Return the page.

        Args:
            beside: The nearest places with matches, before and after this one.
        """
        place, language = self._place, self._view.version.language
        before, after = self._neighbours()
        return PlacePage(
            frame=self._version.frame(),
            label=place_label(place),
            position=self._position(),
            language=tag(language),
            direction=direction(language),
            address=self._addresses.place(self._key, place.kind, place.number),
            version=self._version.framing.step(language),
            original=self._original(),
            before=before,
            after=after,
            q=self._q,
            matches=self._matches(beside) if self._q else None,
            paragraphs=paragraphs(self._parts),
        )

    def trail(self) -> tuple[Words, ...]:
        """Return the way to the page."""
        place = self._place
        step = Words(place_name(place), self._addresses.place(self._key, place.kind, place.number))
        return self._version.framing.trail(self._version.framing.step(self._view.version.language), step)

    def _position(self) -> str:
        """Return which of all places it is, without saying twice what its label says."""
        of = f"of {self._view.places[-1].number:,}"
        name = place_name(self._place)
        return of if place_label(self._place).startswith(name) else f"{name} {of}"

    def _original(self) -> Words | None:
        view = self._view
        if view.rendition is None:
            return None
        address = original_at(view.document, view.version, view.rendition, self._place, addresses=self._addresses)
        name = media_type_name(view.rendition.media_type)
        where = f" at {place_label(self._place).lower()}" if view.rendition.media_type == PDF else ""
        return Words(f"Original ({name}){where}", address)

    def _neighbours(self) -> tuple[Words | None, Words | None]:
        places = self._view.places
        at = next(n for n, place in enumerate(places) if place.number == self._place.number)
        before = places[at - 1] if at else None
        after = places[at + 1] if at + 1 < len(places) else None
        return self._to(before), self._to(after)

    def _to(self, place: Place | None) -> Words | None:
        if place is None:
            return None
        return Words(place_name(place), self._addresses.place(self._key, place.kind, place.number, q=self._q))

    def _matches(self, beside: tuple[PlaceMatches | None, PlaceMatches | None]) -> MatchWays:
        count = match_count(self._parts)
        before, after = beside
        noun = PLACES[self._place.kind].one.lower()
        preposition = "in" if self._place.kind is PlaceKind.PARAGRAPH else "on"
        return MatchWays(
            summary=f"{count or 'No'} match{'' if count == 1 else 'es'} {preposition} this {noun}",
            here=tuple(Words(str(n), f"#match-{n}") for n in range(1, min(count, NUMBERED) + 1)),
            before=self._to_match(before, before.count) if before else None,
            after=self._to_match(after, 1) if after else None,
            all=self._addresses.version(*self._key, q=self._q),
        )

    def _to_match(self, found: PlaceMatches, match: int) -> Words:
        place = found.place
        address = self._addresses.place(self._key, place.kind, place.number, q=self._q, match=match)
        return Words(place_name(place), address)
