"""Citations as CSL-JSON, for citation processors."""

import json
from collections.abc import Iterable
from typing import Final

from indexer.model.document import DocumentDate, DocumentKind
from indexer.representations.citation import Citation, CitedEvent, CitedName
from indexer.representations.json_values import Json
from indexer.representations.labels import KINDS

_TYPES: Final = {
    DocumentKind.PRESENTATION: "speech",
    DocumentKind.RECORDING: "motion_picture",
    DocumentKind.TEMPLATE: "document",
}


def csl_json(citations: Iterable[Citation]) -> str:
    """Return the citations as a file of CSL-JSON."""
    return json.dumps([csl(citation) for citation in citations], ensure_ascii=False, indent=2) + "\n"


def csl(citation: Citation) -> dict[str, Json]:
    """Return one item; what is not known is left out."""
    item: dict[str, Json] = {
        "id": citation.key,
        "type": _TYPES.get(citation.kind, "report"),
        "title": citation.title,
        "author": [_name(name) for name in citation.authors],
        "issued": _date(citation.date),
        "number": citation.symbol,
        "genre": KINDS[citation.kind].one,
        "publisher": "; ".join(name.text for name in citation.publishers),
        **_event(citation.event),
        "language": citation.language,
        "keyword": ", ".join(topic.label for topic in citation.topics),
        "URL": citation.address,
        "note": " ".join(citation.notes),
    }
    return {name: value for name, value in item.items() if value}


def _name(name: CitedName) -> dict[str, Json]:
    return {"family": name.family, "given": name.given} if name.family else {"literal": name.text}


def _date(date: DocumentDate) -> dict[str, Json]:
    parts = [int(part) for part in date.iso().split("-") if part]
    return {"date-parts": [parts]} if parts else {}


def _event(event: CitedEvent | None) -> dict[str, Json]:
    if event is None:
        return {}
    days = sorted({event.start, event.end})
    return {
        "event-title": event.title,
        "event-place": event.place,
        "event-date": {"date-parts": [[day.year, day.month, day.day] for day in days]},
    }
