"""Measures how well our engine ranks a set of documents for its questions."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from indexer.language import tokens
from indexer.model.querytree import Or, SearchQuery, Word
from indexer.search.whoosh_engine import WhooshEngine, WhooshWriter
from tests.quality.relevance.measures import average_precision, ndcg
from tests.quality.relevance.sets import SETS, Published, entries, judgements, questions

DEPTH = 1_000


@dataclass(frozen=True, slots=True)
class Relevance:
    """What was measured of one set, beside what is published."""

    name: str
    questions: int
    figures: dict[str, float]
    published: Published

    @property
    def ratio(self) -> float:
        """Our figure to the published one."""
        return self.figures[self.published.measure] / self.published.figure


def measure(name: str, folder: Path) -> Relevance:
    """Index a set and ask its questions: any of their words, the best documents first."""
    language, published = SETS[name]
    judged = judgements(folder)
    with tempfile.TemporaryDirectory() as index:
        with WhooshWriter(Path(index)) as writer:
            for entry in entries(folder, language):
                writer.add(entry)
        engine = WhooshEngine.open(Path(index), "1")
        orders = {one: _order(engine, text) for one, text in questions(folder).items() if one in judged}
        engine.close()
    figures = {
        "nDCG@10": fmean(ndcg(order, judged[one]) for one, order in orders.items()),
        "MAP": fmean(average_precision(order, judged[one]) for one, order in orders.items()),
    }
    return Relevance(name, len(orders), figures, published)


def _order(engine: WhooshEngine, question: str) -> list[str]:
    words = dict.fromkeys(question[token.start : token.end] for token in tokens(question))
    query = SearchQuery(Or(tuple(Word(word) for word in words)), size=DEPTH, seconds=None)
    return [match.work for match in engine.search(query).matches]
