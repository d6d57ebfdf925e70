"""What is written of a document is what is read of it."""

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from indexer.corpus import RecordError, read_corpus
from indexer.corpus.sidecars import document_to_toml
from indexer.model.document import (
    Basis,
    Contribution,
    ContributionRole,
    Document,
    DocumentDate,
    DocumentKind,
    Rendition,
    Version,
)
from indexer.model.identifiers import DocumentId, Language, OrganizationId, Sha256
from tests.indexer.corpus.corpora import a_corpus
from tests.indexer.corpus.documents_at_random import DOCUMENTS, FILES, FOLDER

PAPER = Document(
    id=DocumentId("A/RES/68/4"),
    symbol="A/RES/68/4",
    kind=DocumentKind.RESOLUTION,
    titles={Language("en"): "Declaration"},
    contributions=(Contribution(ContributionRole.ISSUING_BODY, organization=OrganizationId("un")),),
    date=DocumentDate(Basis.STATED, 2013, 10, 3),
    versions=(Version(Language("en"), (Rendition("documents/a.pdf", "application/pdf", Sha256("ab" * 32), 12),)),),
)


@given(DOCUMENTS)
def test_a_document_comes_back_as_it_was_written(document: Document) -> None:
    """Whatever a record can say survives being written and read."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = a_corpus(
            Path(folder),
            {f"{FOLDER}/paper.toml": document_to_toml(document, FOLDER), **{f"{FOLDER}/{file}": "" for file in FILES}},
        )
        records = read_corpus(corpus)

    assert () == records.faults
    assert [dataclasses.replace(document, sidecar=f"{FOLDER}/paper.toml")] == list(records.documents.values())


def test_a_record_looks_as_if_a_person_had_typed_it() -> None:
    """Short keys first, tables below with an empty line above, defaults left out."""
    assert (
        'symbol = "A/RES/68/4"\n'
        'kind = "resolution"\n'
        'title = "Declaration"\n'
        'organizations = [{organization = "un", role = "issuing_body"}]\n'
        "date = 2013-10-03\n"
        "\n"
        "[[version]]\n"
        'language = "en"\n'
        'file = "a.pdf"\n'
        f'sha256 = "{"ab" * 32}"\n'
        "bytes = 12\n"
    ) == document_to_toml(PAPER, "documents")


def test_a_file_outside_the_record_s_folder_is_refused() -> None:
    """A record can only name files in its own folder."""
    with pytest.raises(RecordError, match="lies outside 12cm-2014, the folder of its record"):
        document_to_toml(PAPER, "12cm-2014")
