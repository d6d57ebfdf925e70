"""Our engine through its port, with documents in English: words are stemmed, and kept as typed, too."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from indexer.model.identifiers import Language, WorkId
from indexer.model.place import Place, PlaceKind, PlaceText
from indexer.model.querytree import And, ExactField, Facet, Node, Or, Phrase, Prefix, SearchQuery, Value, Word
from indexer.model.results import IndexEntry, IndexKey, Matches
from indexer.search.whoosh_engine import WhooshEngine, WhooshWriter
from tests.bench.material import FACETS, HITS, Answer, Kind, Paper, Question

LETTERS_ON_A_PAGE: Final = 2_500
ENGLISH: Final = Language("en")
FIRST_PAGE: Final = Place(PlaceKind.PAGE, 1, "1")


class Masthead:
    """Answers without a limit of time, as the peers do."""

    version = version("masthead")

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents in one commit."""
        with WhooshWriter(folder) as writer:
            for paper in papers:
                writer.add(_entry(paper))

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._engine = WhooshEngine.open(folder, "1")

    def ask(self, question: Question) -> Answer:
        """Search."""
        return Answer(_numbers(self._search(question, ())))

    def ask_counted(self, question: Question) -> Answer:
        """Search and count."""
        found = self._search(question, tuple(Facet(name) for name in FACETS))
        counts = {name: {one.value: one.count for one in facet.counts} for name, facet in found.facets.items()}
        return Answer(_numbers(found), found.total, counts)

    def _search(self, question: Question, facets: tuple[Facet, ...]) -> Matches:
        return self._engine.search(
            SearchQuery(tree=_tree(question), size=HITS, facets=facets, facet_size=HITS, seconds=None)
        )


def _entry(paper: Paper) -> IndexEntry:
    return IndexEntry(
        key=IndexKey(WorkId(f"paper-{paper.number}"), ENGLISH),
        kind="report",
        title=paper.title,
        sort_title=paper.title,
        body=(PlaceText(FIRST_PAGE, paper.body),) if len(paper.body) < LETTERS_ON_A_PAGE else tuple(_pages(paper.body)),
        organizations=(paper.organization,),
        topics=tuple(paper.topics),
        year=paper.year,
        sort_date=paper.year * 10_000,
    )


def _pages(body: str) -> Iterator[PlaceText]:
    """Cut a text where a word ends."""
    start, number = 0, 0
    while start < len(body):
        end = body.find(" ", start + LETTERS_ON_A_PAGE)
        end = len(body) if end < 0 else end
        number += 1
        yield PlaceText(Place(PlaceKind.PAGE, number, str(number)), body[start:end])
        start = end + 1


def _numbers(found: Matches) -> list[int]:
    return [int(match.work.rpartition("-")[2]) for match in found.matches]


def _tree(question: Question) -> Node:
    words = tuple(Word(word) for word in question.words)
    match question.kind:
        case Kind.ALL_WORDS:
            return And(words)
        case Kind.ANY_WORD:
            return Or(words)
        case Kind.PHRASE | Kind.FREQUENT_PHRASE:
            return Phrase(question.words)
        case Kind.PREFIX:
            return Prefix(question.words[0])
        case Kind.FILTERED:
            return And((*words, Value(ExactField.ORGANIZATION, question.organization)))
        case _:
            return words[0]


ENGINE = Masthead
