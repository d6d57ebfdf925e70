"""The meta tags that Google Scholar and Zotero read from the page of a document."""

from collections.abc import Iterator

from indexer.representations.citation import Citation
from indexer.representations.meta_tags import MetaTag

_PDF = "application/pdf"


def highwire_tags(citation: Citation) -> tuple[MetaTag, ...]:
    """Return the tags whose values are known."""
    return tuple(MetaTag(f"citation_{name}", value) for name, value in _values(citation) if value)


def _values(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "title", citation.title
    yield from (("author", name.inverted) for name in citation.authors)
    yield "publication_date", citation.date.iso().replace("-", "/")
    yield "technical_report_number", citation.symbol or ""
    yield from (("technical_report_institution", name.text) for name in citation.publishers)
    yield "conference_title", citation.event.title if citation.event else ""
    yield "language", citation.language
    yield from (("keywords", topic.label) for topic in citation.topics)
    yield "public_url", citation.address or ""
    yield "pdf_url", next((file.address for file in citation.files if file.media_type == _PDF), "")
