"""Whoosh 2.7.4 as it comes: its own analyser, stems, collectors and files."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import whoosh
from whoosh import analysis, collectors, fields, index, query, sorting
from whoosh.qparser import MultifieldParser

from tests.bench.material import FACETS, HITS, Answer, Kind, Paper, Question

MEGABYTES: Final = 256
"""How much a writer gathers before it writes."""


class StockWhoosh:
    """Counts with a collector that looks at every match: `search(groupedby=...)` would make a hit of each."""

    version = ".".join(map(str, whoosh.__version__))

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents in one commit."""
        writer = index.create_in(folder, _schema()).writer(limitmb=MEGABYTES, procs=1)
        for paper in papers:
            writer.add_document(
                number=paper.number,
                title=paper.title,
                body=paper.body,
                organization=paper.organization,
                year=paper.year,
                topic=",".join(paper.topics),
            )
        writer.commit()

    def open(self, folder: Path) -> None:
        """Open the index and a searcher."""
        opened = index.open_dir(folder)
        self._searcher = opened.searcher()
        self._parser = MultifieldParser(["title", "body"], opened.schema)

    def ask(self, question: Question) -> Answer:
        """Search."""
        found = self._searcher.search(self._query(question), limit=HITS, filter=_filter(question))
        return Answer([hit["number"] for hit in found])

    def ask_counted(self, question: Question) -> Answer:
        """Search and count."""
        facets = {
            name: sorting.FieldFacet(name, allow_overlap=name == "topic", maptype=sorting.Count) for name in FACETS
        }
        collector = collectors.TopCollector(HITS, usequality=False, replace=0)
        collector = collectors.FacetCollector(collector, facets)
        if (chosen := _filter(question)) is not None:
            collector = collectors.FilterCollector(collector, chosen)
        self._searcher.search_with_collector(self._query(question), collector)
        found = collector.results()
        groups = {name: Counter(found.groups(name)) for name in FACETS}
        counts = {name: {str(value): n for value, n in group.most_common(HITS)} for name, group in groups.items()}
        return Answer([hit["number"] for hit in found], groups["year"].total(), counts)

    def _query(self, question: Question) -> Any:
        match question.kind:
            case Kind.ANY_WORD:
                return self._parser.parse(" OR ".join(question.words))
            case Kind.PHRASE | Kind.FREQUENT_PHRASE:
                return self._parser.parse(f'"{" ".join(question.words)}"')
            case Kind.PREFIX:
                return self._parser.parse(f"{question.words[0]}*")
            case _:
                return self._parser.parse(" ".join(question.words))


def _schema() -> Any:
    words = analysis.RegexTokenizer() | analysis.LowercaseFilter() | analysis.StemFilter(lang="en", cachesize=-1)
    return fields.Schema(
        number=fields.STORED,
        title=fields.TEXT(analyzer=words),
        body=fields.TEXT(analyzer=words),
        organization=fields.ID(sortable=True),
        year=fields.NUMERIC(int, sortable=True),
        topic=fields.KEYWORD(commas=True),
    )


def _filter(question: Question) -> Any:
    return query.Term("organization", question.organization) if question.organization else None


ENGINE = StockWhoosh
