"""Reads the record of a document: table by table into the noun, every fault noted with its line."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from indexer.corpus.dates import document_date
from indexer.corpus.faults import FaultLog
from indexer.corpus.files import CorpusFiles
from indexer.corpus.references import SLUG, References, document_id, document_ids
from indexer.corpus.sources import source_of
from indexer.corpus.tables import Table
from indexer.corpus.versions import VersionReader
from indexer.model.document import (
    Contribution,
    ContributionRole,
    Document,
    DocumentKind,
    Relation,
    RelationKind,
    Removal,
    Review,
)
from indexer.model.identifiers import DocumentId
from indexer.symbols import canonical


class DocumentReader:
    """Reads the records of documents of one corpus.

    Args:
        files: The files of the corpus.
        references: The authority records.
        named: Takes up the path of every file that a record names, be the record good or not.
    """

    def __init__(self, files: CorpusFiles, references: References, named: set[str]) -> None:
        self._files = files
        self._references = references
        self._named = named

    def read(self, log: FaultLog) -> tuple[DocumentId | None, Document | None]:
        """Return the id that a record claims and the document; None for what its faults make useless."""
        values = log.parsed()
        if values is None:
            return None, None
        table = Table(values, log)
        symbol, claimed = _identity(table, log.path)
        document = self._document(table, symbol, claimed)
        table.close()
        return claimed or None, None if log.graves else document

    def _document(self, table: Table, symbol: str | None, claimed: DocumentId) -> Document:
        removal = _removal(table)
        return Document(
            id=claimed,
            kind=_kind(table, removal),
            titles=table.labels("title") if removal else table.required_labels("title"),
            symbol=symbol,
            other_titles=table.texts("other_titles"),
            contributions=tuple(self._contributions(table)),
            statement_of_responsibility=table.text("statement_of_responsibility"),
            date=document_date(table, symbol),
            topics=self._references.topics(table, "topics"),
            relations=tuple(_relations(table)),
            cites=document_ids(table, "cites"),
            versions=VersionReader(self._files, table.log.path, self._named).versions(table.tables("version")),
            source=source_of(table),
            note=table.text("note"),
            specimen=table.flag("specimen"),
            removal=removal,
            added=table.day("added"),
            modified=table.day("modified"),
            review=tuple(_reviews(table)),
            sidecar=table.log.path,
        )

    def _contributions(self, table: Table) -> Iterator[Contribution]:
        for entry in table.entries("organizations", "organization"):
            body, role = self._references.organization(entry, "organization"), _role(entry)
            if body:
                yield Contribution(role, organization=body)
        for entry in table.entries("people", "person"):
            person, role = self._references.person(entry, "person"), _role(entry)
            if person:
                yield Contribution(role, person=person)


def _role(entry: Table) -> ContributionRole:
    role = entry.choice("role", ContributionRole.AUTHOR)
    entry.close()
    return role


def _identity(table: Table, path: str) -> tuple[str | None, DocumentId]:
    written, own = table.text("symbol"), table.text("id")
    symbol = canonical(written) if written else None
    if written and symbol is None:
        table.grave("symbol", f"'{written}' is no symbol; write it as on the masthead, such as A/RES/68/4", written)
    if symbol and own and own != symbol:
        table.grave("id", f"id '{own}' is not the symbol '{symbol}'; take the id away: the symbol is the id", own)
    if not written and own and not SLUG.fullmatch(own):
        table.grave("id", f"id '{own}' is no id; write lower-case letters, digits and hyphens, or use `symbol`", own)
    if not written and not own and not SLUG.fullmatch(PurePosixPath(path).stem):
        table.grave("id", "there is neither `symbol` nor `id`; write one of them")
    return symbol, DocumentId(symbol or own or PurePosixPath(path).stem)


def _kind(table: Table, removal: Removal | None) -> DocumentKind:
    if "kind" not in table and removal is None:
        words = ", ".join(DocumentKind)
        table.grave("kind", f"`kind` is missing; write one of {words}")
    return table.choice("kind", DocumentKind.OTHER)


def _relations(table: Table) -> Iterator[Relation]:
    for entry in table.tables("relations"):
        if "kind" not in entry:
            entry.grave("kind", f"`kind` is missing; write one of {', '.join(RelationKind)}")
        entry.required("target")
        kind, target = entry.choice("kind", RelationKind.REPLACES), document_id(entry, "target")
        entry.close()
        if target:
            yield Relation(kind, target)


def _removal(table: Table) -> Removal | None:
    entry = table.table("removed")
    if entry is None:
        return None
    removal = Removal(entry.required_day("on"), entry.required("reason"))
    entry.close()
    return removal


def _reviews(table: Table) -> Iterator[Review]:
    for entry in table.tables("review"):
        yield Review(entry.required("field"), entry.required("reason"))
        entry.close()
