"""What a document cites, and what cites it, with the sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from indexer.archive.answers import CitedWork, DocumentView, Mention
from indexer.archive.hits import shown_title
from indexer.model.identifiers import DocumentId, Language
from indexer.representations.addresses import Addresses
from indexer.representations.labels import kind_label, place_label
from indexer.representations.search_parameters import SearchParameters
from webapp.links import ENGLISH, Words, followable, tag

LISTED: Final = 10
"""How many works are listed before the rest is folded."""

SHOWN: Final = 2
"""How many places of a work are shown before the rest is folded."""


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """A place on which a symbol is named, with the words around it."""

    label: str
    address: str
    sentence: str
    language: str


@dataclass(frozen=True, slots=True)
class CitingLine:
    """A work that is cited, or that cites.

    Attributes:
        title: Leads to its page; a work that the archive has no record of is its symbol alone.
        state: Empty, or what of it the archive lacks.
        official: The copy of the United Nations, where the archive has no file.
        places, further: Where it is named: the first places, and the rest.
        further_words: How many further places there are.
    """

    title: Words
    symbol: str
    kind: str
    state: str
    official: Words | None
    places: tuple[CitingPlace, ...]
    further: tuple[CitingPlace, ...]
    further_words: str


@dataclass(frozen=True, slots=True)
class CitingList:
    """Works that are cited, or that cite.

    Attributes:
        count: "24 documents".
        lines, further: The first works, and the rest.
        search: Leads to the search for the same works; None where there is none.
    """

    count: str
    lines: tuple[CitingLine, ...]
    further: tuple[CitingLine, ...]
    further_words: str
    search: Words | None = None


def cited_list(works: Iterable[CitedWork], language: Language, addresses: Addresses) -> CitingList:
    """Return the works that a document cites, with titles in a language where there are such."""
    lines = tuple(_line(work, language, addresses) for work in works)
    return _listed(lines, len(lines))


def citing_list(view: DocumentView, language: Language, addresses: Addresses) -> CitingList:
    """Return the works that cite a document, with the search that finds them all."""
    lines = tuple(_line(work, language, addresses) for work in view.cited_by)
    found = addresses.search(SearchParameters().with_words(f"cites:{view.document.id}"))
    search = Words("Search within the documents that cite it", found)
    return replace(_listed(lines, view.cited_by_count), search=search)


def _listed(lines: tuple[CitingLine, ...], count: int) -> CitingList:
    more = len(lines) - LISTED
    return CitingList(
        count=_documents(count),
        lines=lines[:LISTED],
        further=lines[LISTED:],
        further_words=f"{_documents(more)} more" if more > 0 else "",
    )


def _documents(count: int) -> str:
    return f"{count:,} document{'' if count == 1 else 's'}"


def _line(work: CitedWork, language: Language, addresses: Addresses) -> CitingLine:
    places = tuple(_place(row, addresses) for row in _rows_of_one_language(work.places, language))
    more = len(places) - SHOWN
    document = work.document
    is_held = document is not None and any(version.renditions for version in document.versions)
    title = Words(work.id, is_symbol=True)
    if document and not document.removal:
        title_language, text = shown_title(document, (language,))
        title = Words(text, addresses.document(document.id), tag(title_language))
    return CitingLine(
        title=title,
        symbol=document.symbol or "" if document else "",
        kind=kind_label(document.kind) if document else "",
        state="" if is_held else "no copy held here" if document else "not in this archive",
        official=None if is_held else followable("official copy", work.official),
        places=places[:SHOWN],
        further=places[SHOWN:],
        further_words=f"{more} further place{'s' if more > 1 else ''}" if more > 0 else "",
    )


def _rows_of_one_language(rows: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """Return the places of one version: all versions of a work name the same symbols."""
    languages = {row.language for row in rows}
    one = next((wanted for wanted in (language, ENGLISH) if wanted in languages), min(languages, default=language))
    return tuple(row for row in rows if row.language == one)


def _place(row: Mention, addresses: Addresses) -> CitingPlace:
    version = (DocumentId(row.citing), row.language)
    return CitingPlace(
        label=place_label(row.place),
        address=addresses.place(version, row.place.kind, row.place.number, q=f'"{row.cited}"', match=1),
        sentence=row.sentence,
        language=tag(row.language),
    )
