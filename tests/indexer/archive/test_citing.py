"""What cites a document: few come with it, all are counted."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

from indexer.archive.citing import CITING, official_copy, works_cited, works_citing
from indexer.archive.generation import Generation
from indexer.catalogue import Catalogue, CatalogueContent, CitationRow, write_catalogue
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document, DocumentKind
from indexer.model.identifiers import DocumentId, Language
from indexer.model.place import Place, PlaceKind
from tests.indexer.representations import records as sample

CITED = DocumentId("A/RES/68/4")


def a_citation(citing: str, page: int, cited: DocumentId = CITED) -> CitationRow:
    """Make a place on which a document names another one."""
    place = Place(PlaceKind.PAGE, page, str(page))
    return CitationRow(DocumentId(citing), Language("en"), cited, place, f"See {cited}.")


def a_generation(folder: Path, *citations: CitationRow) -> Generation:
    """Make a generation that has a catalogue of citations and no index, which citations do not need."""
    records = CorpusRecords(sample.VOCABULARY, {}, {}, {}, (), ())
    path = folder / "catalogue.sqlite"
    write_catalogue(path, CatalogueContent(records, (), (), citations, (), (), {}), str.split)
    return cast("Generation", SimpleNamespace(catalogue=Catalogue(path)))


def test_very_many_works_are_counted_and_not_all_read(tmp_path: Path) -> None:
    """Each work counts once, with all its places."""
    rows = [a_citation(f"A/70/{number:03d}", page) for number in range(CITING + 20) for page in (1, 2)]
    works, count = works_citing(a_generation(tmp_path, *rows), CITED)

    assert (CITING, CITING + 20) == (len(works), count)
    assert {2} == {len(work.places) for work in works}


def test_what_a_record_adds_comes_behind_what_the_text_names(tmp_path: Path) -> None:
    """A work that both name comes once, with its places."""
    added = DocumentId("A/68/190")
    document = Document(DocumentId("A/70/1"), DocumentKind.NOTE, {}, cites=(added, CITED))
    works = works_cited(a_generation(tmp_path, a_citation("A/70/1", 3)), document)

    assert [(CITED, 1), (added, 0)] == [(work.id, len(work.places)) for work in works]


def test_only_a_whole_symbol_has_an_official_copy() -> None:
    """A slug has none, and neither has a series of documents."""
    assert ["https://undocs.org/A/RES/68/4", None, None] == [
        official_copy(DocumentId(name)) for name in ("A/RES/68/4", "panel-summary", "A/RES/68")
    ]
