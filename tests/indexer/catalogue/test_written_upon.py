"""A catalogue that is written upon an earlier one holds what one that is written whole does."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.catalogue import CatalogueContent, CitationRow, EntryRow, FileRecord, FileState, SuggestionRow
from indexer.catalogue.writing import CatalogueNotWrittenError, write_catalogue
from indexer.model.archive import RecordFault
from indexer.model.identifiers import WorkId
from indexer.model.place import Place, PlaceKind
from indexer.model.results import IndexKey
from tests.indexer.catalogue.test_catalogue import ENGLISH, RECORDS, a_content
from tests.indexer.corpus.documents_at_random import DOCUMENTS

IDS = st.sampled_from(["a", "b", "c"])
WORDS = st.sampled_from(["Costs", "Costs of costs", "Ümlaut", "x y"])
FEW = 4


def _files() -> st.SearchStrategy[tuple[FileRecord, ...]]:
    file = st.builds(FileRecord, path=IDS, state=st.sampled_from(FileState), size=st.integers(0, 2))
    return st.lists(file, max_size=FEW, unique_by=lambda file: file.path).map(tuple)


def _citations() -> st.SearchStrategy[tuple[CitationRow, ...]]:
    place = st.builds(Place, st.just(PlaceKind.PAGE), st.integers(1, 2), st.just(""))
    return st.lists(st.builds(CitationRow, IDS, st.just(ENGLISH), IDS, place, WORDS), max_size=FEW).map(tuple)


def _entries() -> st.SearchStrategy[tuple[EntryRow, ...]]:
    entry = st.builds(EntryRow, st.builds(IndexKey, IDS.map(WorkId), st.just(ENGLISH)), IDS)
    return st.lists(entry, max_size=FEW, unique_by=lambda entry: entry.key).map(tuple)


def _suggestions() -> st.SearchStrategy[tuple[SuggestionRow, ...]]:
    row = st.builds(SuggestionRow, WORDS, IDS, IDS, st.integers(1, 3))
    return st.lists(row, max_size=FEW, unique_by=lambda row: (row.text, row.kind, row.value)).map(tuple)


FAULTS = st.lists(st.builds(RecordFault, IDS, st.none() | st.integers(1, 2), WORDS), max_size=FEW).map(tuple)
RECORDS_AT_RANDOM = st.builds(
    lambda documents, faults, has_meeting, has_words: replace(
        RECORDS,
        documents={document.id: document for document in documents},
        faults=faults,
        meetings=RECORDS.meetings if has_meeting else {},
        vocabulary=RECORDS.vocabulary if has_words else replace(RECORDS.vocabulary, organizations={}, topics={}),
    ),
    st.lists(DOCUMENTS, max_size=3),
    FAULTS,
    st.booleans(),
    st.booleans(),
)
CONTENTS = st.builds(
    lambda records, has_parts, **rest: replace(
        a_content(), records=records, parts=a_content().parts if has_parts else (), **rest
    ),
    RECORDS_AT_RANDOM,
    st.booleans(),
    files=_files(),
    citations=_citations(),
    entries=_entries(),
    suggestions=_suggestions(),
    meta=st.dictionaries(IDS, IDS),
)


def written(path: Path, content: CatalogueContent, earlier: Path | None = None) -> Path:
    """Write a catalogue."""
    write_catalogue(path, content, lambda text: text.casefold().split(), earlier)
    return path


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables; suggestions by their texts, for their numbers say nothing."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(_dumped(connection))


def _dumped(connection: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    for table in sorted({*tables} - {"suggestions", "suggestion_words", "sqlite_stat1", "sqlite_stat4"}):
        yield table, sorted(connection.execute(f"select * from {table}"), key=repr)
    offered = "select text, kind, value, weight from suggestions"
    begun = f"""select text, kind, value, word, is_first from suggestion_words
                left join ({offered.replace("select", "select id,")}) on id = suggestion"""
    yield "suggestions", sorted(connection.execute(offered), key=repr)
    yield "suggestion_words", sorted(connection.execute(begun), key=repr)


@settings(max_examples=60, deadline=None)
@given(st.lists(CONTENTS, min_size=2, max_size=4))
def test_any_catalogue_upon_any_other_is_the_same(contents: list[CatalogueContent]) -> None:
    """Also upon one that was itself written upon another."""
    with TemporaryDirectory() as name:
        folder, earlier = Path(name), None
        for number, content in enumerate(contents):
            earlier = written(folder / str(number), content, earlier)

        assert dump(written(folder / "whole", contents[-1])) == dump(folder / str(len(contents) - 1))


def test_the_earlier_one_stays_as_it_is(tmp_path: Path) -> None:
    """Readers go on with it."""
    earlier = written(tmp_path / "earlier", a_content())
    before = earlier.read_bytes()
    written(tmp_path / "later", replace(a_content(), files=(), suggestions=()), earlier)

    assert before == earlier.read_bytes()


def test_an_earlier_one_that_is_gone_is_told(tmp_path: Path) -> None:
    """Like a disk that is full."""
    with pytest.raises(CatalogueNotWrittenError, match="nothing was changed"):
        written(tmp_path / "later", a_content(), tmp_path / "earlier")
