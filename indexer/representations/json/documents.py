"""Documents as JSON."""

from collections.abc import Iterable

from indexer.archive.answers import CitedWork, DocumentView, TextView
from indexer.archive.hits import shown_title
from indexer.model.authority import Vocabulary, best_label
from indexer.model.document import Contribution, Document, Source, Version
from indexer.model.identifiers import DocumentId, Language, PersonId
from indexer.model.place import PlaceText
from indexer.representations.addresses import Addresses
from indexer.representations.json.record_shapes import (
    CitedShape,
    CitingPlaceShape,
    ContributionShape,
    DateShape,
    DocumentLinks,
    DocumentShape,
    DocumentSummary,
    PageLinks,
    PartShape,
    PlaceTextShape,
    RelationShape,
    RenditionShape,
    SourceShape,
    TextShape,
    VersionShape,
)
from indexer.representations.json.search import place_shape
from indexer.representations.json.shapes import NamedShape


class DocumentWriter:
    """Writes documents with links under one root and labels in one language."""

    def __init__(self, addresses: Addresses, vocabulary: Vocabulary, language: Language) -> None:
        self._addresses = addresses
        self._vocabulary = vocabulary
        self._language = language

    def document(self, view: DocumentView) -> DocumentShape:
        """Return a document with all that is around it."""
        document = view.document
        return DocumentShape(
            id=document.id,
            symbol=document.symbol,
            kind=document.kind,
            titles=dict(document.titles),
            other_titles=list(document.other_titles),
            organizations=[self._contribution(c) for c in document.contributions if c.organization],
            people=[self._contribution(c) for c in document.contributions if c.person],
            statement_of_responsibility=document.statement_of_responsibility,
            date=DateShape(value=document.date.iso() or None, year=document.date.year, basis=document.date.basis),
            topics=[NamedShape(value=t.id, label=best_label(t.labels, self._language)) for t in view.topics],
            relations=[RelationShape(kind=r.kind, target=r.target) for r in document.relations],
            meetings=[NamedShape(value=m.id, label=best_label(m.titles, self._language)) for m in view.meetings],
            parts=[
                PartShape(id=p.work, kind=p.kind, title=p.title, html=self._addresses.meeting_part(p.work))
                for p in view.parts
            ],
            versions=[self._version(version, view) for version in document.versions],
            cites=[self._cited(work, document.id) for work in view.cites],
            cited_by=[self._cited(work, work.id) for work in view.cited_by],
            specimen=document.specimen,
            note=document.note,
            source=source_shape(document.source),
            added=document.added,
            modified=document.modified,
            links=self.links(document),
        )

    def summary(self, document: Document) -> DocumentSummary:
        """Return a document as a list shows it."""
        title_language, title = shown_title(document, (self._language,))
        return DocumentSummary(
            id=document.id,
            symbol=document.symbol,
            kind=document.kind,
            title=title,
            title_language=title_language,
            year=document.date.year,
            languages=list(document.languages),
            specimen=document.specimen,
            links=self.links(document),
        )

    def links(self, document: Document) -> DocumentLinks:
        """Return the addresses of a document."""
        return DocumentLinks(
            self=self._addresses.api_record("documents", document.id),
            html=self._addresses.document(document.id),
            bibtex=self._addresses.citation(document.id, "bib"),
            ris=self._addresses.citation(document.id, "ris"),
            csl=self._addresses.citation(document.id, "csl.json"),
        )

    def text(self, view: TextView, places: Iterable[PlaceText], links: PageLinks) -> TextShape:
        """Return places of the text of a version."""
        version = (view.document.id, view.version.language)
        return TextShape(
            document=view.document.id,
            language=view.version.language,
            total=len(view.places),
            places=[
                PlaceTextShape(
                    place=place_shape(one.place),
                    text=one.text,
                    url=self._addresses.place(version, one.place.kind, one.place.number),
                )
                for one in places
            ],
            links=links,
        )

    def _contribution(self, contribution: Contribution) -> ContributionShape:
        if contribution.organization:
            record = self._vocabulary.organizations.get(contribution.organization)
            label = best_label(record.names, self._language) if record else contribution.organization
            return ContributionShape(value=contribution.organization, label=label, role=contribution.role)
        person = self._vocabulary.people.get(PersonId(contribution.person or ""))
        value = contribution.person or ""
        return ContributionShape(value=value, label=person.name if person else value, role=contribution.role)

    def _version(self, version: Version, view: DocumentView) -> VersionShape:
        document = view.document.id
        places = max((file.places for file in view.files if file.language == version.language), default=0)
        return VersionShape(
            language=version.language,
            title=version.title or view.document.titles.get(version.language),
            held=bool(version.renditions),
            places=places,
            official=version.official,
            renditions=[
                RenditionShape(
                    media_type=rendition.media_type,
                    size=rendition.size,
                    sha256=rendition.sha256,
                    url=self._addresses.original(document, version.language, rendition.path.rpartition(".")[2]),
                )
                for rendition in version.renditions
            ],
            text=self._addresses.api_record("documents", f"{document}/{version.language}/text") if places else None,
            html=self._addresses.version(document, version.language),
        )

    def _cited(self, work: CitedWork, citing: DocumentId) -> CitedShape:
        title = shown_title(work.document, (self._language,))[1] if work.document else None
        places = [
            CitingPlaceShape(
                language=row.language,
                place=place_shape(row.place),
                sentence=row.sentence,
                url=self._addresses.place((citing, row.language), row.place.kind, row.place.number),
            )
            for row in work.places
        ]
        return CitedShape(id=work.id, title=title, held=work.document is not None, places=places)


def source_shape(source: Source | None) -> SourceShape | None:
    """Return where a record's facts were read."""
    if source is None:
        return None
    return SourceShape(
        address=source.address,
        retrieved=source.retrieved,
        as_printed=source.as_printed,
        mended_by=source.mended_by,
    )
