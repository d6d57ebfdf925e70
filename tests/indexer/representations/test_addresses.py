"""Addresses."""

from urllib.parse import parse_qsl, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.identifiers import DocumentId, Language, MeetingId, WorkId
from indexer.model.place import Place, PlaceKind
from indexer.representations.addresses import Addresses
from indexer.representations.document_paths import (
    CitationPart,
    OriginalPart,
    PlacePart,
    TextPart,
    VersionPart,
    WorkPart,
    part_at,
)
from indexer.representations.search_parameters import SearchParameters

_PAPER = DocumentId("UN/POP/MIG-12CM/2014/05")
_ENGLISH = Language("en")
_HERE = Addresses()

_SEGMENTS = st.from_regex(r"[A-Z0-9][A-Z0-9.\-()\[\] *+]{0,8}", fullmatch=True)
_SYMBOLS = st.lists(_SEGMENTS, min_size=2, max_size=5).map("/".join)
_SLUGS = st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+){0,4}", fullmatch=True)
_IDS = (_SYMBOLS | _SLUGS).map(DocumentId)
_LANGUAGES = st.sampled_from(["ar", "zh", "en", "fr", "ru", "es", "und"]).map(Language)


def path_under_documents(address: str) -> str:
    """Return what a server hands to the view of documents."""
    return unquote(urlsplit(address).path).removeprefix("/archive/documents/")


@given(
    _IDS, _LANGUAGES, st.builds(Place, st.sampled_from(PlaceKind), st.integers(1, 9_999_999), st.just("")), st.text()
)
def test_every_address_of_a_document_leads_back_to_it(
    document: DocumentId, language: Language, place: Place, q: str
) -> None:
    """Whatever an id holds, the address is read as what it was made from."""
    kind, number = place.kind, place.number
    made = Addresses("https://papers.example.org", "/archive")
    expected = {
        made.document(document): WorkPart(),
        made.version(document, language): VersionPart(language),
        made.place((document, language), kind, number, q=q, match=1): PlacePart(language, kind, number),
        made.original(document, language): OriginalPart(language, None),
        made.original(document, language, "docx"): OriginalPart(language, "docx"),
        made.text(document, language): TextPart(language),
        made.citation(document, "bib"): CitationPart("bib"),
        made.citation(document, "csl.json"): CitationPart("csl.json"),
    }

    for address, part in expected.items():
        assert (document, part) == part_at(path_under_documents(address))


def test_addresses_of_documents_read_as_promised() -> None:
    """These spellings are kept for ever."""
    expected = {
        "/documents/UN/POP/MIG-12CM/2014/05": _HERE.document(_PAPER),
        "/documents/S/RES/1325(2000)": _HERE.document(DocumentId("S/RES/1325(2000)")),
        "/documents/UN/POP/MIG-12CM/2014/05/en": _HERE.version(_PAPER, _ENGLISH),
        "/documents/UN/POP/MIG-12CM/2014/05/en/pages/12": _HERE.place((_PAPER, _ENGLISH), PlaceKind.PAGE, 12),
        "/documents/UN/POP/MIG-12CM/2014/05/en/pages/12?q=cost+of+%22fees%22#match-1": _HERE.place(
            (_PAPER, _ENGLISH), PlaceKind.PAGE, 12, q='cost of "fees"', match=1
        ),
        "/documents/UN/POP/MIG-12CM/2014/05/en/original.pdf": _HERE.original(_PAPER, _ENGLISH, "pdf"),
        "/documents/UN/POP/MIG-12CM/2014/05/en/text.txt": _HERE.text(_PAPER, _ENGLISH),
        "/documents/UN/POP/MIG-12CM/2014/05/citation.ris": _HERE.citation(_PAPER, "ris"),
    }

    for promised, made in expected.items():
        assert promised == made


def test_addresses_of_other_records_read_as_promised() -> None:
    """These spellings are kept for ever."""
    assert "/meetings/12cm-2014" == _HERE.meeting(MeetingId("12cm-2014"))
    assert "/meetings/12cm-2014#talk-ii-3" == _HERE.meeting_part(WorkId("12cm-2014/talk-ii-3"))
    assert "/api/v1/documents/UN/POP/MIG-12CM/2014/05" == _HERE.api_record("documents", _PAPER)
    assert "/sitemap.xml /sitemap-2.xml" == f"{_HERE.sitemap()} {_HERE.sitemap(2)}"


def test_a_root_stands_before_every_address() -> None:
    """A site served under a path, or named in a feed, has the same addresses below its root."""
    made = Addresses("https://papers.example.org", "/archive")

    assert "https://papers.example.org/archive/" == made.home()
    assert "https://papers.example.org/archive/search?q=fees" == made.search(SearchParameters(q="fees"))
    assert made.are_absolute
    assert not Addresses(prefix="/archive").are_absolute


def test_a_results_page_becomes_an_api_address_by_its_path_alone() -> None:
    """Page, feed and API share the parameters."""
    parameters = SearchParameters(q="fees", choices={"organization": ("who",)}, page=2)

    assert "/search?q=fees&organization=who&page=2" == _HERE.search(parameters)
    assert "/api/v1/search?q=fees&organization=who&page=2" == _HERE.api_search(parameters)
    assert "/feed.atom?q=fees&organization=who&page=2" == _HERE.feed(parameters)
    assert "/search" == _HERE.search(SearchParameters())


def test_all_values_of_a_facet_are_asked_for_a_search() -> None:
    """The page of a facet keeps the question and has pages of its own."""
    parameters = SearchParameters(q="fees", choices={"year": ("2014",)}, page=3, size=20)

    assert "/facets/topic?q=fees&year=2014" == _HERE.facet("topic", parameters)
    assert "/facets/topic?q=fees&year=2014&prefix=re&page=2" == _HERE.facet("topic", parameters, "re", 2)


def test_words_to_mark_survive_in_any_script() -> None:
    """The query of a place comes back as typed."""
    address = _HERE.place((_PAPER, _ENGLISH), PlaceKind.PAGE, 1, q="الهجرة & 移民#1")

    assert [("q", "الهجرة & 移民#1")] == parse_qsl(urlsplit(address).query)
