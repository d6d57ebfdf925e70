"""The page of a document: its record, versions, citations, what it cites and what cites it."""

from dataclasses import dataclass
from typing import Final

from indexer.archive.answers import DocumentView
from indexer.archive.files import HeldFile, trouble_with
from indexer.archive.hits import shown_title
from indexer.model.document import Version
from indexer.model.identifiers import UNDETERMINED, Language
from indexer.representations.addresses import Addresses
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.document_paths import CITATION_FORMATS
from indexer.representations.labels import language_name
from webapp.documents.citing import CitingList, cited_list, citing_list
from webapp.documents.facts import RecordFacts
from webapp.documents.files import FileLink, file_links, text_length
from webapp.documents.frame import DocumentFrame, Framing, own_name
from webapp.links import ENGLISH, Fact, Words, fact, followable, tag

FORMAT_NAMES: Final = {"bib": "BibTeX", "ris": "RIS", "csl.json": "CSL-JSON"}


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One language of a document.

    Attributes:
        text: How long the text is, and where it is read; no address where there is none.
        plain_text: Address of the text alone.
        is_held: Whether the archive has a file of it.
    """

    name: str
    own_name: str
    code: str
    title: Words
    text: Words
    plain_text: str
    files: tuple[FileLink, ...]
    official: Words | None
    is_held: bool


@dataclass(frozen=True, slots=True)
class RecordPage:
    """All that the page of a document shows.

    Attributes:
        trail: The way to the page.
        symbol_parts: The parts of the symbol, each with what it stands for.
        read: Leads to the version that is read first; None where the archive has no text.
    """

    frame: DocumentFrame
    trail: tuple[Words, ...]
    facts: tuple[Fact, ...]
    symbol_parts: tuple[Fact, ...]
    versions: tuple[VersionLine, ...]
    read: Words | None
    formats: tuple[Words, ...]
    bibtex: str
    cites: CitingList
    cited_by: CitingList


def record_page(view: DocumentView, names: AuthorityNames, bibtex: str) -> RecordPage:
    """Return the page of a document.

    Args:
        view: The document and what is around it.
        names: Makes links, with labels in the reader's language.
        bibtex: The citation, to be shown as it is.
    """
    document, addresses, language = view.document, names.addresses, names.language
    lines = _VersionLines(view, addresses)
    first = lines.read_first(language)
    symbol = view.symbol
    framing = Framing(document, view.meetings, names)
    return RecordPage(
        frame=framing.frame((language, ENGLISH), None, _official(view, language)),
        trail=framing.trail(),
        facts=RecordFacts(view, addresses, language).all(),
        symbol_parts=tuple(fact(part.text, part.meaning) for part in symbol.parts) if symbol else (),
        versions=tuple(lines.line(version) for version in document.versions),
        read=Words(language_name(first.language), addresses.version(document.id, first.language)) if first else None,
        formats=tuple(Words(FORMAT_NAMES[name], addresses.citation(document.id, name)) for name in CITATION_FORMATS),
        bibtex=bibtex,
        cites=cited_list(view.cites, language, addresses),
        cited_by=citing_list(view, language, addresses),
    )


def _official(view: DocumentView, language: Language) -> str | None:
    copies = {version.language: version.official for version in view.document.versions if version.official}
    return copies.get(language) or copies.get(ENGLISH) or next(iter(copies.values()), view.official)


class _VersionLines:
    """Makes the lines on the versions of one document."""

    def __init__(self, view: DocumentView, addresses: Addresses) -> None:
        self._document = view.document
        self._files = {file.path: file for file in view.files}
        self._addresses = addresses

    def line(self, version: Version) -> VersionLine:
        document, addresses = self._document, self._addresses
        title_language, title = shown_title(document, (version.language,))
        read = self._read(version)
        length = text_length(read) if read else ""
        return VersionLine(
            name=language_name(version.language),
            own_name=own_name(version.language),
            code="" if version.language == UNDETERMINED else version.language,
            title=Words(title, language=tag(title_language)),
            text=Words(length, addresses.version(document.id, version.language) if read else ""),
            plain_text=addresses.text(document.id, version.language) if read else "",
            files=file_links(document, version, self._files, addresses),
            official=followable("Official copy", version.official),
            is_held=bool(version.renditions),
        )

    def read_first(self, language: Language) -> Version | None:
        """Return the version with a text that is offered first: the reader's language, English, else the first."""
        readable = {version.language: version for version in self._document.versions if self._read(version)}
        return readable.get(language) or readable.get(ENGLISH) or next(iter(readable.values()), None)

    def _read(self, version: Version) -> HeldFile | None:
        files = (self._files.get(rendition.path) for rendition in version.renditions)
        return next((file for file in files if file and trouble_with(file) is None), None)
