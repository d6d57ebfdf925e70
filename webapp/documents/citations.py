"""Citations of a document as files for reference managers."""

from typing import Final

from flask import Response

from indexer.archive.answers import DocumentView
from indexer.model.document import Document
from indexer.model.identifiers import Language
from indexer.model.meeting import Meeting
from indexer.representations.bibtex import bibtex
from indexer.representations.citation import Citation
from indexer.representations.citing import cite
from indexer.representations.csl import csl_json
from indexer.representations.ris import ris
from webapp.caching import conditional
from webapp.documents.originals import disposition, file_name
from webapp.reading import generation, public_addresses

MEDIA_TYPES: Final = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
_WRITERS: Final = {"bib": bibtex, "ris": ris, "csl.json": csl_json}


def citation_of(document: Document, meetings: tuple[Meeting, ...], language: Language | None = None) -> Citation:
    """Return the citation of a document, or of one version of it, with addresses that lead here from anywhere."""
    return cite(document, generation().vocabulary, meetings, public_addresses(), language=language)


def citation_file(view: DocumentView, name: str) -> Response:
    """Return the citation of a document in one of CITATION_FORMATS."""
    body = _WRITERS[name]([citation_of(view.document, view.meetings)])
    response = conditional(body, f"{MEDIA_TYPES[name]}; charset=utf-8")
    response.headers["Content-Disposition"] = disposition(file_name(view.document, extension=name))
    return response
