"""Citations as RIS, for reference managers; tags as Zotero and EndNote read them for a report."""

from collections.abc import Iterable, Iterator
from typing import Final

from indexer.model.document import DocumentDate, DocumentKind
from indexer.representations.citation import Citation, CitedName
from indexer.representations.labels import KINDS

_TYPES: Final = {DocumentKind.PRESENTATION: "SLIDE", DocumentKind.RECORDING: "VIDEO"}


def ris(citations: Iterable[Citation]) -> str:
    """Return one record for each citation; lines end as the format demands."""
    return "".join(f"{tag}  - {value}\r\n" for citation in citations for tag, value in _lines(citation))


def _lines(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(citation.kind, "RPRT")
    for tag, text in _fields(citation):
        value = " ".join(text.split())
        if value:
            yield tag, value
    yield "ER", ""


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TI", citation.title
    yield from (("AU", _name(name)) for name in citation.authors)
    yield "SN", citation.symbol or ""
    yield "M3", KINDS[citation.kind].one
    yield "PB", "; ".join(name.text for name in citation.publishers)
    yield "PY", str(citation.date.year or "")
    yield "DA", _date(citation.date)
    if citation.event:
        yield "T2", citation.event.title
        yield "N1", f"Written for: {citation.event.title}, {citation.event.place}, {citation.event.days}"
    yield "LA", citation.language
    yield from (("KW", topic.label) for topic in citation.topics)
    yield from (("N1", note) for note in citation.notes)
    yield "UR", citation.address or ""


def _name(name: CitedName) -> str:
    """Write a body's name without commas, at which readers of RIS divide family and given names.

    Cataloguers put full stops between a body and its parts.
    """
    return name.inverted if name.is_person else name.text.replace(", ", ". ").replace(",", ".")


def _date(date: DocumentDate) -> str:
    """Return year, month, day and an empty fourth part, divided by strokes."""
    if not date.year:
        return ""
    parts = [f"{date.year:04d}", *(f"{part:02d}" if part else "" for part in (date.month, date.day))]
    return "/".join((*parts, ""))
