"""Every address under /documents: parse, ask the archive, show."""

from http import HTTPStatus

from flask import Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from indexer.archive import browsing, matching
from indexer.archive.answers import TextView
from indexer.archive.errors import MovedError, NotFoundError
from indexer.archive.files import original
from indexer.model.identifiers import DocumentId, Language
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.bibtex import bibtex
from indexer.representations.document_paths import (
    CitationPart,
    OriginalPart,
    PlacePart,
    TextPart,
    VersionPart,
    part_at,
    split_document_path,
)
from webapp.caching import conditional
from webapp.documents.citations import citation_file, citation_of
from webapp.documents.headings import place_head, record_head, version_head
from webapp.documents.originals import Original
from webapp.documents.place import PlacePresenter
from webapp.documents.record import record_page
from webapp.documents.texts import plain_text
from webapp.documents.version import VersionPresenter
from webapp.reading import addresses, generation, language, site

LONGEST_QUESTION = 512


def show(path: str) -> AnyResponse:
    """Show what a path under /documents names; another spelling of it leads to the canonical one."""
    if path.endswith("/"):
        return _redirect(addresses().document(DocumentId(path.rstrip("/"))))
    try:
        return _shown(path)
    except MovedError as error:
        rest = split_document_path(path)[1]
        return _redirect("/".join(part for part in (addresses().document(DocumentId(error.target)), rest) if part))


def _redirect(target: str) -> AnyResponse:
    query = request.query_string.decode(errors="replace")
    return redirect(f"{target}?{query}" if query else target, HTTPStatus.MOVED_PERMANENTLY)


def _shown(path: str) -> Response:
    document, part = part_at(path)
    match part:
        case CitationPart(name):
            return citation_file(browsing.document_view(generation(), document), name)
        case VersionPart(code):
            return _version(browsing.text_view(generation(), document, code))
        case PlacePart():
            return _place(browsing.text_view(generation(), document, part.language), part)
        case OriginalPart(code, extension):
            return _original(document, code, extension)
        case TextPart(code):
            return plain_text(browsing.text_view(generation(), document, code))
        case _:
            return _record(document)


def _names() -> AuthorityNames:
    return AuthorityNames(generation().vocabulary, addresses(), language())


def _question() -> str:
    return request.args.get("q", "").strip()[:LONGEST_QUESTION]


def _record(document: DocumentId) -> Response:
    view = browsing.document_view(generation(), document)
    citation = citation_of(view.document, view.meetings)
    page = record_page(view, _names(), bibtex([citation]))
    return conditional(render_template("documents/record.html", view=page, head=record_head(view, page, citation)))


def _version(view: TextView) -> Response:
    presenter, q = VersionPresenter(view, _names()), _question()
    found = matching.matches_within(generation(), view, q) if q else ()
    texts = matching.marked_places(generation(), view, q) if presenter.is_whole else ()
    page = presenter.page(q, found, texts)
    return conditional(render_template("documents/version.html", view=page, head=version_head(view, presenter, q)))


def _place(view: TextView, part: PlacePart) -> Response:
    q = _question()
    place = browsing.place(generation(), view, part.number, q)
    if place.place.kind is not part.kind:
        raise NotFoundError(part.kind, f"{part.number} of {view.document.id} in {part.language}")
    presenter = PlacePresenter(view, place, q, _names())
    page = presenter.page(matching.matches_beside(generation(), view, part.number, q))
    return conditional(render_template("documents/place.html", view=page, head=place_head(presenter, q)))


def _original(document: DocumentId, code: Language, extension: str | None) -> Response:
    found = browsing.document(generation(), document)
    rendition, file = original(generation(), found, browsing.version_of(found, code), extension)
    return Original(found, code, rendition, file).response(site().settings.corpus)
