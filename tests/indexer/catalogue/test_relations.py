"""How documents stand to each other is found from both sides."""

from dataclasses import replace
from pathlib import Path

from indexer.catalogue import Catalogue, CatalogueContent, write_catalogue
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document, DocumentKind, Relation, RelationKind
from indexer.model.identifiers import DocumentId
from tests.indexer.representations import records as sample

REPORT = DocumentId("A/70/3")


def a_document(name: str, *relations: Relation) -> Document:
    """Make a document that stands so to others."""
    return Document(DocumentId(name), DocumentKind.NOTE, {}, symbol=name, relations=relations)


def a_catalogue(path: Path, *documents: Document) -> Catalogue:
    """Write a catalogue of documents alone, and open it."""
    records = CorpusRecords(sample.VOCABULARY, {}, {}, {one.id: one for one in documents}, (), ())
    write_catalogue(path, CatalogueContent(records, (), (), (), (), (), {}), str.split)
    return Catalogue(path)


def test_a_document_knows_what_stands_to_it(tmp_path: Path) -> None:
    """An addendum and a corrigendum are found by the document that they belong to."""
    catalogue = a_catalogue(
        tmp_path / "catalogue.sqlite",
        a_document(REPORT),
        a_document("A/70/3/Corr.1", Relation(RelationKind.CORRIGENDUM_TO, REPORT)),
        a_document("A/70/3/Add.1", Relation(RelationKind.ADDENDUM_TO, REPORT)),
    )

    assert (
        Relation(RelationKind.ADDENDUM_TO, DocumentId("A/70/3/Add.1")),
        Relation(RelationKind.CORRIGENDUM_TO, DocumentId("A/70/3/Corr.1")),
    ) == catalogue.relations_to(REPORT)
    catalogue.close()


def test_a_relation_said_twice_counts_once(tmp_path: Path) -> None:
    """A record that repeats itself does not stop the writing."""
    relation = Relation(RelationKind.REPLACES, REPORT)
    twice = replace(a_document("A/70/4"), relations=(relation, relation))
    catalogue = a_catalogue(tmp_path / "catalogue.sqlite", twice)

    assert 1 == len(catalogue.relations_to(REPORT))
    catalogue.close()
