"""What is written into a catalogue comes out of it again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.catalogue import (
    Catalogue,
    CatalogueContent,
    CitationRow,
    EntryRow,
    FileRecord,
    FileState,
    SuggestionRow,
    parts_of,
    write_catalogue,
)
from indexer.catalogue.reading import CatalogueDamagedError
from indexer.model.archive import CorpusRecords, RecordFault
from indexer.model.document import Document, DocumentKind, Removal
from indexer.model.identifiers import DocumentId, Language, OrganizationId, WorkId
from indexer.model.place import Place, PlaceKind, QualityFault, QualityNote
from indexer.model.results import IndexKey
from tests.indexer.representations import records as sample

ENGLISH = Language("en")
RECORDS = CorpusRecords(
    vocabulary=replace(
        sample.VOCABULARY,
        organizations={
            **sample.VOCABULARY.organizations,
            sample.UNFPA: replace(sample.VOCABULARY.organizations[sample.UNFPA], merged=(OrganizationId("fund"),)),
        },
    ),
    series={sample.SERIES.id: sample.SERIES},
    meetings={sample.MEETING.id: sample.MEETING},
    documents={document.id: document for document in (sample.PAPER, sample.RESOLUTION, sample.UNDATED_REPORT)},
    faults=(RecordFault("papers/x.toml", 3, "kind is missing"),),
    unlisted=(),
)
CITATION = CitationRow(
    sample.PAPER.id, ENGLISH, sample.RESOLUTION.id, Place(PlaceKind.PARAGRAPH, 4, "4"), "As resolution 68/4 says."
)
FILES = (
    FileRecord("papers/a.docx", FileState.READ, sample.PAPER.id, ENGLISH, places=4),
    FileRecord(
        "papers/b.pdf",
        FileState.READ,
        sample.UNDATED_REPORT.id,
        ENGLISH,
        notes=(QualityNote(QualityFault.NO_TEXT, "has no text"),),
    ),
    FileRecord("papers/c.pdf", FileState.FAILED, sample.UNDATED_REPORT.id, ENGLISH, reason="is encrypted"),
)
SUGGESTIONS = (
    SuggestionRow("Recruitment costs", "topic", "recruitment-costs", 7),
    SuggestionRow("The costs of recruitment", "title", "paper", 2),
    SuggestionRow("Fund for population", "organization", "unfpa", 12),
    SuggestionRow("United Nations Population Fund", "organization", "unfpa", 12),
)


def a_content(records: CorpusRecords = RECORDS) -> CatalogueContent:
    """Return all that the sample's catalogue holds."""
    return CatalogueContent(
        records=records,
        parts=tuple(parts_of(sample.MEETING, records.vocabulary)),
        files=FILES,
        citations=(CITATION,),
        entries=(EntryRow(IndexKey(WorkId("a"), ENGLISH), "mark"),),
        suggestions=SUGGESTIONS,
        meta={"mark": "abc"},
    )


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """The catalogue of the sample."""
    write_catalogue(tmp_path / "catalogue.sqlite", a_content(), lambda text: text.casefold().split())
    return Catalogue(tmp_path / "catalogue.sqlite")


def test_documents_come_out_as_they_went_in(catalogue: Catalogue) -> None:
    """Every field of a record survives."""
    assert sample.RESOLUTION == catalogue.document(sample.RESOLUTION.id)


def test_documents_come_in_the_order_asked(catalogue: Catalogue) -> None:
    """Unknown ids are passed over, the others keep their order."""
    wanted = [sample.UNDATED_REPORT.id, DocumentId("nothing"), sample.PAPER.id]

    assert (sample.UNDATED_REPORT, sample.PAPER) == catalogue.documents(wanted)


def test_a_meeting_comes_out_as_it_went_in(catalogue: Catalogue) -> None:
    """Sittings, agenda, talks and groups survive."""
    assert sample.MEETING == catalogue.meeting(sample.MEETING.id)


def test_a_document_knows_its_meetings(catalogue: Catalogue) -> None:
    """The meeting that lists it is found from the document."""
    assert (sample.MEETING,) == catalogue.meetings_of(sample.PAPER.id)


def test_many_documents_are_looked_up_at_once(catalogue: Catalogue) -> None:
    """Each has what it has alone, also those without files or meetings, and such as there are not."""
    wanted = [*catalogue.document_ids(), *(DocumentId(f"nothing-{number}") for number in range(1_100))]

    assert {one: catalogue.files_of(one) for one in wanted} == catalogue.files_of_each(wanted)
    assert {one: catalogue.meetings_of(one) for one in wanted} == catalogue.meetings_of_each(wanted)
    assert any(catalogue.files_of_each(wanted).values())


def test_the_vocabulary_comes_out_as_it_went_in(catalogue: Catalogue) -> None:
    """Organizations, people and topics survive."""
    assert RECORDS.vocabulary == catalogue.vocabulary


def test_a_merged_id_leads_to_the_record_that_absorbed_it(catalogue: Catalogue) -> None:
    """Old addresses can be redirected."""
    assert "unfpa" == catalogue.merged_into("organization", "fund")


def test_parts_come_out_as_they_went_in(catalogue: Catalogue) -> None:
    """Talks, agenda items and side events survive."""
    parts = tuple(parts_of(sample.MEETING, RECORDS.vocabulary))

    assert parts == tuple(catalogue.part(part.work) for part in parts)


def test_citations_are_found_from_both_ends(catalogue: Catalogue) -> None:
    """What a document cites, and what cites it, is the same row."""
    expected = ((CITATION,), (CITATION,))

    assert expected == (catalogue.citations_from(sample.PAPER.id), catalogue.citations_to(sample.RESOLUTION.id))


def test_files_are_found_by_state(catalogue: Catalogue) -> None:
    """Failed files can be named with their reason."""
    assert (FILES[2],) == catalogue.files(FileState.FAILED)


def test_files_with_notes_are_found(catalogue: Catalogue) -> None:
    """Texts of poor quality can be named."""
    assert (FILES[1],) == catalogue.files_with_notes()


def test_faults_are_kept(catalogue: Catalogue) -> None:
    """Faulty records can be named without reading the corpus."""
    assert RECORDS.faults == catalogue.faults()


def test_entries_are_kept_with_their_fingerprints(catalogue: Catalogue) -> None:
    """The next run can tell what changed."""
    assert a_content().entries == catalogue.entries()


def test_tombstones_are_kept_but_not_counted(tmp_path: Path) -> None:
    """A removed document is there for its address alone."""
    tombstone = Document(
        DocumentId("gone"), DocumentKind.OTHER, {}, removal=Removal(date(2026, 1, 2), "withdrawn"), added=date.max
    )
    records = replace(RECORDS, documents={**RECORDS.documents, tombstone.id: tombstone})
    write_catalogue(tmp_path / "catalogue.sqlite", a_content(records), str.split)
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")

    seen = {*catalogue.document_ids(), *(document.id for document in catalogue.recent(9))}
    assert (tombstone, False) == (catalogue.document(tombstone.id), tombstone.id in seen)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["rec"], ["Recruitment costs", "The costs of recruitment"]),
        (["costs", "recr"], ["Recruitment costs", "The costs of recruitment"]),
        (["the", "costs", "recr"], ["The costs of recruitment"]),
        (["fund"], ["Fund for population"]),
        (["nothing"], []),
        ([], []),
    ],
)
def test_suggestions_have_all_words_the_last_one_begun(
    catalogue: Catalogue, words: list[str], expected: list[str]
) -> None:
    """Texts that begin so come first, and each id once."""
    assert expected == [row.text for row in catalogue.suggestions(words, 5)]


@pytest.mark.parametrize("content", [None, b"", b"not a database", b"SQLite format 3\x00" + bytes(100)])
def test_damage_is_said_in_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    """A missing, empty or damaged file is never a traceback."""
    path = tmp_path / "catalogue.sqlite"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(CatalogueDamagedError, match="run masthead index"):
        Catalogue(path)
