"""Whoosh's own tools on the index."""

from collections.abc import Iterator
from contextlib import closing
from io import UnsupportedOperation
from pathlib import Path

import pytest
from whoosh import query
from whoosh.matching import ReadTooFar
from whoosh.qparser import QueryParser
from whoosh.reading import IndexReader, TermNotFound
from whoosh.searching import Searcher

from indexer.search.ranking import GAP
from indexer.search.whoosh_engine import WhooshWriter, writer
from indexer.search.whoosh_engine.codec.whoosh_reader import ArchiveCodec, open_whoosh_reader
from indexer.search.whoosh_engine.errors import IndexDamagedError, IndexOutdatedError
from tests.contract.builders import a_key, an_entry
from tests.indexer.search.whoosh_engine.indexes import write

FIRST = (
    an_entry("a", body="water and air and water", title="Report on water", sort_date=20140220),
    an_entry("gone", body="water gone", title="Gone"),
    an_entry("b", "fr", body="l'eau", names=("Csaba Kőrösi", "Ana Lee")),
)
SECOND = (an_entry("c", body="waters of the world"), an_entry("d", body="watter"))


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexReader]:
    """Open an index of two segments, one of whose documents is deleted."""
    monkeypatch.setattr(writer, "groups_to_merge", lambda _entries: [])
    write(tmp_path, *FIRST)
    with WhooshWriter(tmp_path) as second:
        second.remove(a_key("gone"))
        for entry in SECOND:
            second.add(entry)
    with closing(open_whoosh_reader(tmp_path)) as opened:
        yield opened


def works(reader: IndexReader, asked: query.Query) -> list[str]:
    """Return the works that Whoosh finds, in the order of their ids."""
    searcher = Searcher(reader, closereader=False)
    return sorted(hit["work"] for hit in searcher.search(asked, limit=None))


def test_there_is_a_reader_for_each_segment(reader: IndexReader) -> None:
    """Two segments stand side by side, one document of five is deleted."""
    assert [3, 2] == [leaf.doc_count_all() for leaf, _ in reader.leaf_readers()]
    assert (5, 4, [1]) == (reader.doc_count_all(), reader.doc_count(), [n for n in range(5) if reader.is_deleted(n)])


def test_one_segment_is_read_alone(tmp_path: Path) -> None:
    """What is in one file has one reader."""
    with closing(open_whoosh_reader(write(tmp_path, *FIRST))) as opened:
        assert opened.is_atomic()


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    """Whoosh may be asked of nothing."""
    with closing(open_whoosh_reader(write(tmp_path))) as opened:
        assert [] == works(opened, query.Or([query.Every(), query.Term("body", "en:water")]))


def test_terms_are_of_live_documents(reader: IndexReader) -> None:
    """A term that only deleted documents have is in no list; the others come in the order of their bytes."""
    assert ["air", "and", "eau", "of", "the", "water", "waters", "watter", "world"] == [
        term.decode() for term in reader.lexicon("body_exact")
    ]
    assert [False, True] == [("body_exact", word) in reader for word in ("gone", "water")]


def test_terms_of_all_fields_follow_each_other(reader: IndexReader) -> None:
    """Whoosh goes through the fields by name."""
    assert ["body", "body_exact", "names", "title", "title_exact"] == sorted(reader.indexed_field_names())
    assert sorted(reader.all_terms()) == list(reader.all_terms())
    assert [("names", b"lee"), ("title", b"en:on")] == list(reader.terms_from("names", "lee"))[:2]
    for leaf, _ in reader.leaf_readers():
        assert list(leaf.all_terms()) == [term for term, _ in leaf]
        assert list(leaf.terms_from("names", "lee")) == [term for term, _ in leaf.iter_from("names", "lee")]


def test_statistics_count_live_documents(reader: IndexReader) -> None:
    """How often, in how many documents, and how long those are."""
    info = reader.term_info("body", "en:water")

    assert (3.0, 2) == (info.weight(), info.doc_frequency())
    assert (4, 5, 2.0) == (info.min_length(), info.max_length(), info.max_weight())
    assert (0, 3) == (info.min_id(), info.max_id())
    assert (3.0, 2) == (reader.frequency("body", "en:water"), reader.doc_frequency("body", "en:water"))
    assert (0, 0) == (reader.frequency("body", "en:gone"), reader.doc_frequency("body", "en:gone"))


def test_what_is_not_there_is_not_found(reader: IndexReader) -> None:
    """Whoosh's own error says so."""
    leaf = next(iter(reader.leaf_readers()))[0]
    for ask in (reader.term_info, leaf.term_info, leaf.postings):
        with pytest.raises(TermNotFound):
            ask("body_exact", "gone")


@pytest.mark.parametrize("field", ["body", "body_exact"])
def test_lengths_are_exact(reader: IndexReader, field: str) -> None:
    """Stems are as many as words; sums are of live documents."""
    assert [5, 2, 1, 4, 1] == [reader.doc_field_length(document, field) for document in range(5)]
    assert (11, 1, 5) == (reader.field_length(field), reader.min_field_length(field), reader.max_field_length(field))


def test_what_is_stored_is_told(reader: IndexReader) -> None:
    """Each document says which work it is of, in which language, and what it is ordered by."""
    assert {"work": "a", "language": "en", "sort_title": "report on water", "sort_date": 20140220} == (
        reader.stored_fields(0)
    )


def test_postings_go_forward_by_document_and_by_quality(tmp_path: Path) -> None:
    """A matcher skips to documents, never back, and to blocks of which there is one."""
    folder = write(tmp_path, *(an_entry(f"{n}", "und", body=" ".join(["x"] * (n + 1))) for n in range(5)))
    with closing(Searcher(open_whoosh_reader(folder))) as searcher:
        matcher = searcher.postings("body_exact", b"x")
        matcher.skip_to(3)
        matcher.skip_to(1)
        again = matcher.copy()
        matcher.next()

        assert (3, 4.0, [0, 1, 2, 3]) == (again.id(), again.weight(), again.value_as("positions"))
        assert (4, 5.0, 5) == (matcher.id(), matcher.weight(), matcher.value_as("frequency"))
        assert [0, 1, 2, 3, 4] == matcher.format.decode_positions(matcher.value())
        assert (1, 5, 5.0) == (matcher.block_min_length(), matcher.block_max_length(), matcher.block_max_weight())
        assert 0 == again.skip_to_quality(0.0)
        assert (1, False) == (again.skip_to_quality(matcher.max_quality()), again.is_active())
        assert not matcher.replace(matcher.max_quality() + 1).is_active()
        with pytest.raises(ReadTooFar):
            again.skip_to(4)
        again.reset()
        assert 0 == again.id()


def test_postings_of_stems_are_coded_as_counts(reader: IndexReader) -> None:
    """Whoosh's format of a field decodes what a posting says."""
    assert [(0, 2), (3, 1)] == list(reader.postings("body", "en:water").items_as("frequency"))


def test_a_cursor_goes_through_a_field(reader: IndexReader) -> None:
    """It finds a term or the first one after it, and ends behind the last."""
    cursor = next(iter(reader.leaf_readers()))[0].cursor("body_exact")

    assert ["air", "eau", "water"] == [cursor.text(), cursor.find("b"), cursor.next()]
    assert (True, 1, 2.0) == (cursor.is_valid(), cursor.term_info().doc_frequency(), cursor.term_info().weight())
    assert (None, None, None, False) == (cursor.next(), cursor.text(), cursor.term_info(), cursor.is_valid())
    assert "air" == cursor.first()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (query.Phrase("body_exact", ["air", "and", "water"]), ["a"]),
        (query.Phrase("body_exact", ["water", "air"]), []),
        (query.SpanNear2([query.Term("body_exact", word) for word in ("air", "water")], 2, ordered=False), ["a"]),
        (query.SpanFirst(query.Term("body_exact", "of"), limit=1), ["c"]),
        (query.Phrase("names", ["korosi", "ana"], slop=GAP), []),
        (query.Prefix("body_exact", "wat"), ["a", "c", "d"]),
        (query.Wildcard("body_exact", "w?t*r"), ["a", "d"]),
        (query.FuzzyTerm("body_exact", "water", maxdist=1), ["a", "c", "d"]),
        (query.Term("body", "en:water"), ["a", "c"]),
        (query.Every(), ["a", "b", "c", "d"]),
        (query.Every("names"), ["b"]),
        (query.Not(query.Term("body_exact", "water")), ["b", "c", "d"]),
    ],
)
def test_whoosh_runs_its_queries(reader: IndexReader, asked: query.Query, expected: list[str]) -> None:
    """Terms, spans, patterns and negations work, in both segments and without what is deleted."""
    assert expected == works(reader, asked)


def test_the_best_few_are_those_of_all(tmp_path: Path) -> None:
    """Whoosh may leave out postings by their quality; the best stay the best."""
    entries = [an_entry(f"{n}", "und", body=f"x {'y ' * n}{'x ' * (n % 7)}") for n in range(60)]
    with closing(Searcher(open_whoosh_reader(write(tmp_path, *entries)))) as searcher:
        asked = query.Or([query.Term("body_exact", "x"), query.Term("body_exact", "y")])

        assert [hit.docnum for hit in searcher.search(asked, limit=None)][:5] == [
            hit.docnum for hit in searcher.search(asked, limit=5)
        ]


def test_the_query_parser_folds_what_is_typed(reader: IndexReader) -> None:
    """Typed words meet the index as it has them."""
    parser = QueryParser("names", reader.schema)

    assert ["b"] == works(reader, parser.parse('"CSABA Kőrösi" OR body_exact:Nothing'))


def test_whoosh_corrects_spelling(reader: IndexReader) -> None:
    """Its corrector goes through the terms of a segment."""
    leaf = next(iter(reader.leaf_readers()))[0]

    assert ["water"] == leaf.corrector("body_exact").suggest("wather", limit=3, maxdist=1)


def test_whoosh_does_not_write(reader: IndexReader) -> None:
    """Segments are made by our own builder; who tries otherwise is told."""
    segment = next(iter(reader.leaf_readers()))[0].segment()
    codec = ArchiveCodec()
    for write_one in (
        lambda: codec.new_segment(None, "x"),
        lambda: codec.per_document_writer(None, segment),
        lambda: codec.field_writer(None, segment),
        lambda: codec.postings_writer(None),
        lambda: segment.delete_document(0),
    ):
        with pytest.raises(UnsupportedOperation, match="change it through WhooshWriter"):
            write_one()


def test_what_is_no_index_is_refused(tmp_path: Path) -> None:
    """A folder without an index, and one of other rules, are told apart."""
    with pytest.raises(IndexDamagedError):
        open_whoosh_reader(tmp_path)
    write(tmp_path, *SECOND)
    (tmp_path / "format.json").write_text('{"format": "0", "analyzer": "x"}')
    with pytest.raises(IndexOutdatedError):
        open_whoosh_reader(tmp_path)
