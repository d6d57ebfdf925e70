"""The heads of the pages of documents: citations and facts for programs, other forms of the page."""

from collections.abc import Iterator

from indexer.archive.answers import DocumentView, TextView
from indexer.archive.files import extension_of
from indexer.model.document import Document
from indexer.model.identifiers import UNDETERMINED
from indexer.representations.citation import Citation
from indexer.representations.document_paths import CITATION_FORMATS
from indexer.representations.dublin_core import dublin_core_tags
from indexer.representations.highwire import highwire_tags
from indexer.representations.schema_org import document_json_ld
from webapp.documents.citations import MEDIA_TYPES, citation_of
from webapp.documents.place import PlacePresenter
from webapp.documents.record import FORMAT_NAMES, RecordPage
from webapp.documents.version import VersionPresenter
from webapp.heads import Alternate, Head, head
from webapp.reading import addresses


def record_head(view: DocumentView, page: RecordPage, citation: Citation) -> Head:
    """Return the head of the page of a document."""
    document = view.document
    return head(
        page.trail,
        title=_title(page.frame.title, document),
        data=[document_json_ld(citation)],
        tags=(*highwire_tags(citation), *dublin_core_tags(citation)),
        alternates=(*_versions(document), *_other_forms(document)),
    )


def version_head(view: TextView, presenter: VersionPresenter, q: str) -> Head:
    """Return the head of the page of a version; a search within it is for nobody to keep."""
    citation = citation_of(view.document, view.meetings, view.version.language)
    title = presenter.frame().title
    return head(
        presenter.trail(),
        title=_title(f"{q} - {title}" if q else title, view.document),
        data=[document_json_ld(citation)],
        tags=(*highwire_tags(citation), *dublin_core_tags(citation)),
        alternates=(*_versions(view.document), *_files(view)),
        is_listed=not q,
    )


def place_head(presenter: PlacePresenter, q: str) -> Head:
    """Return the head of the page of a place."""
    trail = presenter.trail()
    return head(trail, title=" - ".join(step.text for step in reversed(trail[-3:])), is_listed=not q)


def _title(title: str, document: Document) -> str:
    return f"{title} ({document.symbol})" if document.symbol else title


def _versions(document: Document) -> Iterator[Alternate]:
    for version in document.versions:
        if version.renditions and version.language != UNDETERMINED:
            yield Alternate(addresses().version(document.id, version.language), language=version.language)


def _files(view: TextView) -> Iterator[Alternate]:
    document, language = view.document, view.version.language
    if view.places:
        yield Alternate(addresses().text(document.id, language), "text/plain")
    for rendition in view.version.renditions:
        address = addresses().original(document.id, language, extension_of(rendition.path) or None)
        yield Alternate(address, rendition.media_type)


def _other_forms(document: Document) -> Iterator[Alternate]:
    yield Alternate(addresses().api_record("documents", document.id), "application/json")
    for name in CITATION_FORMATS:
        yield Alternate(addresses().citation(document.id, name), MEDIA_TYPES[name], title=FORMAT_NAMES[name])
