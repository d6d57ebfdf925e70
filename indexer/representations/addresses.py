"""Every address of the archive; they are promises, kept for ever."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote, quote_plus, urlencode

from indexer.model.identifiers import (
    DocumentId,
    Language,
    MeetingId,
    OrganizationId,
    PersonId,
    SeriesId,
    TopicId,
    WorkId,
)
from indexer.model.place import PlaceKind
from indexer.representations.choosing import Choosing
from indexer.representations.document_paths import PLACE_SEGMENTS
from indexer.representations.search_parameters import SearchParameters

_KEPT: Final = "/()+,:@*"  # readable in a path, and with a meaning there for nobody
_API: Final = "/api/v1"
_REMEMBERED: Final = 1_024
"""A page has the same ids and words in many addresses."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses under one root.

    Attributes:
        base_url: Scheme and host, such as `https://papers.example.org`; empty for addresses relative to the host.
        prefix: Path under which the site is served, such as `/archive`; empty at the top.
    """

    base_url: str = ""
    prefix: str = ""

    @property
    def are_absolute(self) -> bool:
        """Whether the addresses can be followed from anywhere."""
        return bool(self.base_url)

    def at(self, path: str) -> str:
        """Return the address of a path of the site that begins with a slash."""
        return f"{self.base_url}{self.prefix}{path}"

    def home(self) -> str:
        """Return the address of the first page."""
        return self.at("/")

    def search(self, parameters: SearchParameters) -> str:
        """Return the address of a results page."""
        return self._with_query("/search", parameters)

    def search_choosing(self, parameters: SearchParameters, name: str) -> Choosing:
        """Return what writes the addresses of results pages with other values under a parameter."""
        return Choosing(self.at("/search"), parameters, name)

    def facet(self, name: str, parameters: SearchParameters, prefix: str = "", page: int = 1) -> str:
        """Return the address of all values of a facet for a search; of those that begin with a prefix, if given."""
        return self.at(f"/facets/{_path(name)}{_values_query(parameters, prefix, page)}")

    def feed(self, parameters: SearchParameters) -> str:
        """Return the address of a search as an Atom feed."""
        return self._with_query("/feed.atom", parameters)

    def document(self, document: DocumentId) -> str:
        """Return the address of a document."""
        return self.at(f"/documents/{_path(document)}")

    def version(self, document: DocumentId, language: Language, *, q: str = "") -> str:
        """Return the address of one language version, with words to find in it where they are given."""
        return f"{self.document(document)}/{language}{_words_query(q)}"

    def place(
        self,
        version: tuple[DocumentId, Language],
        kind: PlaceKind,
        number: int,
        *,
        q: str = "",
        match: int | None = None,
    ) -> str:
        """Return the address of a page, paragraph or slide of a version.

        Args:
            version: The document and the language.
            kind: What the version is counted in.
            number: Which one, from 1.
            q: Words to mark in the text.
            match: Which mark to go to, from 1.
        """
        fragment = f"#match-{match}" if match else ""
        return f"{self.version(*version)}/{PLACE_SEGMENTS[kind]}/{number}{_words_query(q)}{fragment}"

    def original(self, document: DocumentId, language: Language, extension: str | None = None) -> str:
        """Return the address of a file of a version; without an extension, of the one usually meant."""
        return f"{self.version(document, language)}/original{f'.{extension}' if extension else ''}"

    def text(self, document: DocumentId, language: Language) -> str:
        """Return the address of the plain text of a version."""
        return f"{self.version(document, language)}/text.txt"

    def citation(self, document: DocumentId, citation_format: str) -> str:
        """Return the address of a citation in one of CITATION_FORMATS."""
        return f"{self.document(document)}/citation.{citation_format}"

    def meeting(self, meeting: MeetingId, anchor: str = "") -> str:
        """Return the address of a meeting, or of what stands at an anchor of its page."""
        return self.at(f"/meetings/{_path(meeting)}{f'#{anchor}' if anchor else ''}")

    def meeting_part(self, work: WorkId) -> str:
        """Return the address of a talk, an agenda item or a side event by its work id."""
        meeting, _, anchor = work.partition("/")
        return self.meeting(MeetingId(meeting), anchor)

    def series(self, series: SeriesId) -> str:
        """Return the address of a series of meetings."""
        return self.at(f"/series/{_path(series)}")

    def organization(self, organization: OrganizationId) -> str:
        """Return the address of an organization."""
        return self.at(f"/organizations/{_path(organization)}")

    def person(self, person: PersonId) -> str:
        """Return the address of a person."""
        return self.at(f"/people/{_path(person)}")

    def topic(self, topic: TopicId) -> str:
        """Return the address of a topic."""
        return self.at(f"/topics/{_path(topic)}")

    def sitemap(self, part: int | None = None) -> str:
        """Return the address of the sitemap, or of one of its parts, counted from 1."""
        return self.at(f"/sitemap-{part}.xml" if part else "/sitemap.xml")

    def opensearch(self) -> str:
        """Return the address of the OpenSearch description."""
        return self.at("/opensearch.xml")

    def api_search(self, parameters: SearchParameters) -> str:
        """Return the address of a search as JSON."""
        return self._with_query(f"{_API}/search", parameters)

    def api_search_choosing(self, parameters: SearchParameters, name: str) -> Choosing:
        """Return what writes the addresses of searches as JSON with other values under a parameter."""
        return Choosing(self.at(f"{_API}/search"), parameters, name)

    def api_record(self, collection: str, record: str) -> str:
        """Return the address of a record as JSON: `documents`, `meetings`, `series`, `organizations`, ..."""
        return self.at(f"{_API}/{collection}/{_path(record)}")

    def _with_query(self, path: str, parameters: SearchParameters) -> str:
        query = parameters.query_string()
        return self.at(f"{path}?{query}" if query else path)


@lru_cache(maxsize=_REMEMBERED)
def _path(text: str) -> str:
    return quote(text, safe=_KEPT)


@lru_cache(maxsize=_REMEMBERED)
def _words_query(q: str) -> str:
    return f"?q={quote_plus(q)}" if q else ""


def _values_query(parameters: SearchParameters, prefix: str, page: int) -> str:
    """Return the query of a facet's page: what is asked, without how its results were to be shown."""
    asked = SearchParameters(
        q=parameters.q, choices=parameters.choices, interface_language=parameters.interface_language
    ).to_pairs()
    own = (("prefix", prefix), ("page", str(page) if page > 1 else ""))
    query = urlencode([*asked, *(pair for pair in own if pair[1])], safe="/,:().")
    return f"?{query}" if query else ""
