"""The first page as its template shows it."""

from dataclasses import dataclass
from typing import Final

from indexer.archive.answers import FacetValue, Overview
from indexer.archive.hits import shown_title
from indexer.model.authority import best_label
from indexer.model.document import Document
from indexer.model.identifiers import Language, OrganizationId, TopicId
from indexer.model.meeting import Meeting
from indexer.representations.addresses import Addresses
from indexer.representations.dates import span_label
from indexer.representations.labels import kind_label, language_name
from indexer.representations.search_parameters import SearchParameters

BROWSED: Final = 10


@dataclass(frozen=True, slots=True)
class Tally:
    """A link with a number."""

    label: str
    count: str
    address: str


@dataclass(frozen=True, slots=True)
class Recent:
    """A document added lately."""

    title: str
    language: Language
    address: str
    symbol: str
    kind: str


@dataclass(frozen=True, slots=True)
class MeetingLink:
    """A meeting with when and where it was."""

    title: str
    address: str
    when: str
    place: str
    documents: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the first page shows."""

    holdings: str
    meetings: tuple[MeetingLink, ...]
    recent: tuple[Recent, ...]
    organizations: tuple[Tally, ...]
    all_organizations: str
    topics: tuple[Tally, ...]
    all_topics: str
    kinds: tuple[Tally, ...]
    languages: tuple[Tally, ...]
    symbol_series: tuple[Tally, ...]
    everything: str
    is_empty: bool


def home_view(overview: Overview, addresses: Addresses, language: Language) -> HomeView:
    """Return the first page for what the archive holds."""
    blank = SearchParameters()

    def found(name: str, value: str) -> str:
        return addresses.search(blank.with_value(name, value))

    return HomeView(
        holdings=_holdings(overview),
        meetings=tuple(_meeting(meeting, addresses, language) for meeting in overview.meetings),
        recent=tuple(_recent(document, addresses, language) for document in overview.recent),
        organizations=tuple(
            _tally(value, addresses.organization(OrganizationId(value.value)))
            for value in overview.organizations.values[:BROWSED]
        ),
        all_organizations=addresses.facet("organization", blank),
        topics=tuple(
            _tally(value, addresses.topic(TopicId(value.value))) for value in overview.topics.values[:BROWSED]
        ),
        all_topics=addresses.facet("topic", blank),
        kinds=tuple(
            Tally(kind_label(v.value, v.count), f"{v.count:,}", found("kind", v.value)) for v in overview.works
        ),
        languages=tuple(
            Tally(language_name(v.value), f"{v.count:,}", found("language", v.value)) for v in overview.languages
        ),
        symbol_series=tuple(
            Tally(name, f"{count:,}", addresses.search(blank.with_words(f"symbol:{name}")))
            for name, count in overview.symbol_series
        ),
        everything=addresses.search(blank),
        is_empty=not overview.documents,
    )


def _holdings(overview: Overview) -> str:
    documents = f"{overview.documents:,} {'document' if overview.documents == 1 else 'documents'}"
    meetings = f"{len(overview.meetings):,} {'meeting' if len(overview.meetings) == 1 else 'meetings'}"
    languages = len(overview.languages)
    return f"{documents} of {meetings}, in {languages} {'language' if languages == 1 else 'languages'}"


def _tally(value: FacetValue, address: str) -> Tally:
    return Tally(value.label, f"{value.count:,}", address)


def _meeting(meeting: Meeting, addresses: Addresses, language: Language) -> MeetingLink:
    count = len(meeting.documents)
    return MeetingLink(
        title=best_label(meeting.titles, language),
        address=addresses.meeting(meeting.id),
        when=span_label(meeting.start, meeting.end),
        place=meeting.place,
        documents=f"{count:,} {'document' if count == 1 else 'documents'}",
    )


def _recent(document: Document, addresses: Addresses, language: Language) -> Recent:
    title_language, title = shown_title(document, (language,))
    return Recent(
        title, title_language, addresses.document(document.id), document.symbol or "", kind_label(document.kind)
    )
