"""Documents, meetings and the way to a page as schema.org describes them (JSON-LD)."""

from collections.abc import Sequence
from typing import Final

from indexer.model.document import DocumentKind
from indexer.representations.citation import Citation, CitedEvent, CitedFile, CitedName, CitedVersion
from indexer.representations.json_values import Json
from indexer.representations.labels import KINDS

CONTEXT: Final = "https://schema.org"

_TYPES: Final[dict[DocumentKind, Json]] = {
    DocumentKind.CONTRIBUTED_PAPER: ["ScholarlyArticle", "Report"],
    DocumentKind.RESOLUTION: "Legislation",
    DocumentKind.PRESENTATION: "PresentationDigitalDocument",
    DocumentKind.RECORDING: "VideoObject",
    DocumentKind.TEMPLATE: "DigitalDocument",
    DocumentKind.OTHER: "CreativeWork",
}


def document_json_ld(citation: Citation) -> dict[str, Json]:
    """Return a document as its citation has it, with its versions and files."""
    kind = _TYPES.get(citation.kind, "Report")
    return known(
        {
            "@context": CONTEXT,
            "@type": kind,
            "@id": citation.address,
            "url": citation.address,
            "name": citation.title,
            "inLanguage": citation.language,
            "identifier": citation.symbol,
            "reportNumber": citation.symbol if "Report" in (kind if isinstance(kind, list) else [kind]) else None,
            "genre": KINDS[citation.kind].one,
            "datePublished": citation.date.iso(),
            "author": [name_node(name) for name in citation.authors],
            "publisher": [name_node(name) for name in citation.publishers],
            "about": [{"@type": "DefinedTerm", "name": topic.label, "url": topic.address} for topic in citation.topics],
            "description": " ".join(citation.notes),
            "encoding": [_file(file) for file in citation.files],
            "sameAs": [version.official for version in citation.versions if version.official],
            "workExample": [_version(version) for version in citation.versions],
            "@reverse": {"workFeatured": _event(citation.event)} if citation.event else None,
        }
    )


def breadcrumbs_json_ld(trail: Sequence[tuple[str, str]]) -> dict[str, Json]:
    """Return the way to a page, from the first page on, as labels and addresses."""
    items: list[Json] = [
        {"@type": "ListItem", "position": position, "name": label, "item": address}
        for position, (label, address) in enumerate(trail, start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def known(values: dict[str, Json]) -> dict[str, Json]:
    """Return a node without what is empty or not known."""
    return {name: value for name, value in values.items() if value or value == 0}


def name_node(name: CitedName) -> dict[str, Json]:
    """Return a person or a body."""
    return known(
        {
            "@type": "Person" if name.is_person else "Organization",
            "name": name.text,
            "familyName": name.family,
            "givenName": name.given,
            "url": name.address,
        }
    )


def _event(event: CitedEvent) -> dict[str, Json]:
    return {
        "@type": "Event",
        "name": event.title,
        "url": event.address,
        "startDate": event.start.isoformat(),
        "endDate": event.end.isoformat(),
        "location": {"@type": "Place", "name": event.place},
    }


def _version(version: CitedVersion) -> dict[str, Json]:
    return {"@type": "CreativeWork", "name": version.title, "inLanguage": version.language, "url": version.address}


def _file(file: CitedFile) -> dict[str, Json]:
    return {
        "@type": "MediaObject",
        "encodingFormat": file.media_type,
        "contentUrl": file.address,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }
