"""A hit as its card on a page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.archive.answers import Hit
from indexer.model.document import Rendition
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language
from indexer.model.place import PlaceKind
from indexer.model.results import Passage
from indexer.representations.addresses import Addresses
from indexer.representations.dates import date_label
from indexer.representations.json.search import passage_address
from indexer.representations.labels import kind_label, language_name, media_type_name, place_label
from indexer.representations.sizes import size_label


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known of a work; `links` are words with addresses."""

    name: str
    text: str = ""
    is_symbol: bool = False


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A version of a document."""

    code: Language
    name: str
    address: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with where it stands.

    Attributes:
        original, original_label: The file opened at that page; only where a browser can.
    """

    parts: tuple[tuple[str, bool], ...]
    language: Language
    place: str
    address: str
    original: str | None
    original_label: str


@dataclass(frozen=True, slots=True)
class Card:
    """A hit on a page."""

    title: str
    title_language: Language
    address: str
    kind: str
    is_specimen: bool
    facts: tuple[Fact, ...]
    languages: tuple[LanguageLink, ...]
    passages: tuple[PassageView, ...]


def card(hit: Hit, q: str, addresses: Addresses) -> Card:
    """Return a hit as its card shows it, with links that mark the words of a query."""
    return Card(
        title=hit.title,
        title_language=hit.title_language,
        address=_address(hit, addresses),
        kind=kind_label(hit.kind),
        is_specimen=hit.specimen,
        facts=tuple(fact for fact in _facts(hit) if fact.text),
        languages=_languages(hit, addresses),
        passages=tuple(_passage(passage, hit, q, addresses) for passage in hit.passages),
    )


def _address(hit: Hit, addresses: Addresses) -> str:
    return addresses.meeting_part(hit.work) if hit.part else addresses.document(DocumentId(hit.work))


def _facts(hit: Hit) -> Iterable[Fact]:
    yield Fact("Symbol", hit.symbol or "", is_symbol=True)
    yield Fact("Kind", kind_label(hit.kind))
    yield Fact("Organization", "; ".join(one.label for one in hit.organizations))
    yield Fact("Person" if len(hit.people) == 1 else "People", "; ".join(one.label for one in hit.people))
    yield Fact("Date", date_label(hit.date))
    if hit.part:
        yield Fact("Meeting", "; ".join(one.label for one in hit.meetings))


def _languages(hit: Hit, addresses: Addresses) -> tuple[LanguageLink, ...]:
    if hit.part:
        return ()
    return tuple(
        LanguageLink(
            language,
            language_name(language),
            addresses.version(DocumentId(hit.work), language),
            language in hit.matched,
        )
        for language in hit.languages
        if language != UNDETERMINED
    )


def _passage(passage: Passage, hit: Hit, q: str, addresses: Addresses) -> PassageView:
    return PassageView(
        parts=passage.parts,
        language=passage.language,
        place="In the programme" if hit.part else place_label(passage.place),
        address=passage_address(passage, hit, q, addresses),
        original=_original_at(passage, hit, addresses),
        original_label=_file_label(hit.original) if hit.original else "",
    )


def _original_at(passage: Passage, hit: Hit, addresses: Addresses) -> str | None:
    """Return the address of a PDF at the page of the passage; browsers open no other file at a place."""
    if hit.original is None or passage.place.kind is not PlaceKind.PAGE or hit.original.media_type != "application/pdf":
        return None
    address = addresses.original(DocumentId(hit.work), passage.language, "pdf")
    return f"{address}#page={passage.place.number}"


def _file_label(rendition: Rendition) -> str:
    return f"{media_type_name(rendition.media_type)}, {size_label(rendition.size)}"
