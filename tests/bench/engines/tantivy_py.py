"""Tantivy through its bindings for Python."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Final

import tantivy
from tantivy import Occur, Query

from tests.bench.material import FACETS, HITS, Answer, Kind, Paper, Question

HEAP: Final = 256_000_000
FIELDS: Final = ("title", "body")
VALUES_OF_A_SEGMENT: Final = 100_000
"""So many values are counted in each segment before the ten best are chosen: more than there are, for exact counts."""


class Tantivy:
    """Writes with one thread, as the others do; merges in threads of its own."""

    version = version("tantivy")

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents in one commit and wait for the merging of segments."""
        writer = tantivy.Index(_schema(), path=str(folder)).writer(HEAP, 1)
        for paper in papers:
            writer.add_document(_document(paper))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        """Open the index and a searcher."""
        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> Answer:
        """Search."""
        return Answer(self._best(self._query(question)))

    def ask_counted(self, question: Question) -> Answer:
        """Search, then count with an aggregation."""
        query = self._query(question)
        counted = self._searcher.aggregate(query, _COUNTS)
        counts = {name: {_value(one["key"]): one["doc_count"] for one in counted[name]["buckets"]} for name in FACETS}
        return Answer(self._best(query), int(counted["total"]["value"]), counts)

    def _best(self, query: Query) -> list[int]:
        found = self._searcher.search(query, HITS, count=False)
        return [self._searcher.doc(address)["number"][0] for _, address in found.hits]

    def _query(self, question: Question) -> Query:
        text = " ".join(question.words)
        match question.kind:
            case Kind.PREFIX:
                schema = self._index.schema
                either = [(Occur.Should, Query.regex_query(schema, field, f"{text}.*")) for field in FIELDS]
                return Query.boolean_query(either)
            case Kind.PHRASE | Kind.FREQUENT_PHRASE:
                return self._index.parse_query(f'"{text}"', list(FIELDS))
            case Kind.FILTERED:
                words = self._index.parse_query(text, list(FIELDS))
                chosen = Query.term_query(self._index.schema, "organization", question.organization, "basic")
                return Query.boolean_query([(Occur.Must, words), (Occur.Must, Query.const_score_query(chosen, 0.0))])
            case kind:
                return self._index.parse_query(text, list(FIELDS), conjunction_by_default=kind is not Kind.ANY_WORD)


_COUNTS: Final = {
    **{name: {"terms": {"field": name, "size": HITS, "segment_size": VALUES_OF_A_SEGMENT}} for name in FACETS},
    "total": {"value_count": {"field": "number"}},
}


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True, fast=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="en_stem")
    builder.add_text_field("organization", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_text_field("topic", fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _document(paper: Paper) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer("number", paper.number)
    document.add_text("title", paper.title)
    document.add_text("body", paper.body)
    document.add_text("organization", paper.organization)
    document.add_integer("year", paper.year)
    for topic in paper.topics:
        document.add_text("topic", topic)
    return document


def _value(key: str | float) -> str:
    return key if isinstance(key, str) else str(int(key))


ENGINE = Tantivy
