"""Whoosh's own Searcher, over the same files, answers as the engine does: they are still Whoosh's index."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.collectors import TopCollector
from whoosh.searching import Searcher
from whoosh.support.levenshtein import levenshtein

from indexer.model.identifiers import UNDETERMINED, WorkId
from indexer.model.querytree import Everything, Fuzzy, Node, Not, Nothing, Phrase, Prefix, TextField, Wildcard, Word
from indexer.model.results import IndexKey
from indexer.search.terms import words_of
from indexer.search.whoosh_engine import WhooshEngine, writer
from indexer.search.whoosh_engine.codec.whoosh_reader import open_whoosh_reader
from tests.contract.builders import Commit, a_query
from tests.contract.conftest import commit_all
from tests.contract.entries_at_random import WORDS, commits, trees
from tests.contract.naive_engine import edits
from tests.contract.whoosh_queries import LiveBM25F, Translator

EVERY: Final = 1_000
FARTHEST: Final = 2
"""Edits of a fuzzy word."""

QUERIES_EACH: Final = 10
"""How many questions are put to one archive."""


@pytest.fixture(autouse=True, scope="module")
def _unmerged() -> Iterator[None]:
    """Leave every segment as it was written, so that an index has several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "groups_to_merge", lambda _entries: [])
        yield


def _has_no_swap(word: str) -> bool:
    """Return whether no word at random is nearer for us, who take a swap of letters for one edit, than for Whoosh."""
    near = FARTHEST + 1
    return all(min(edits(word, other), near) == min(levenshtein(word, other), near) for other in words_of(WORDS))


_SINGLE: Final = tuple(word for word in WORDS if len(words_of((word,))) == 1)

_words, _single_words, _fields = st.sampled_from(WORDS), st.sampled_from(_SINGLE), st.sampled_from(TextField)
_scored_leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, _single_words, _fields), st.sampled_from((Everything(), Nothing()))
)
_leaves: st.SearchStrategy[Node] = st.one_of(
    _scored_leaves,
    st.builds(Word, _words, _fields),
    st.builds(Phrase, st.lists(_words, max_size=3).map(tuple), _fields),
    st.builds(Phrase, st.tuples(_single_words, _single_words), _fields, st.sampled_from((0, 1, 3, 2_000))),
    st.builds(Prefix, st.builds(lambda word, end: word[:end], _words, st.sampled_from((1, 2, 4, 9))), _fields),
    st.builds(Wildcard, st.builds("{0:.3}*{1}".format, _words, st.sampled_from(("", "n", "s", "4", "я"))), _fields),
    st.builds(Fuzzy, st.sampled_from([*filter(_has_no_swap, words_of(_SINGLE))]), st.integers(0, FARTHEST), _fields),
)
"""What Whoosh has, too: near each other are two words; the distance of fuzzy words is the same without swaps."""

TREES: Final = trees(_leaves)
SCORED_TREES: Final = trees(_scored_leaves | st.builds(Not, TREES))
"""Words, and what does not score: phrases and words by their spelling have counts of their own here, by design."""


def _in_no_language(commit: Commit) -> Commit:
    """Return a commit of as many documents, all in no language, so that a word has one stem alone: itself."""
    return Commit(
        tuple(entry._replace(key=_without_language(entry.key)) for entry in commit.add),
        tuple(map(_without_language, commit.remove)),
    )


def _without_language(key: IndexKey) -> IndexKey:
    return IndexKey(WorkId(f"{key.work}-{key.language}"), UNDETERMINED)


_ARCHIVES = commits(fewest=2)
_UNDETERMINED = _ARCHIVES.map(lambda made: [*map(_in_no_language, made)])
_MEMORY = st.sampled_from((0, writer.MEMORY))


def _some(asked: st.SearchStrategy[Node]) -> st.SearchStrategy[list[Node]]:
    return st.lists(asked, min_size=QUERIES_EACH, max_size=QUERIES_EACH)


@settings(max_examples=300 // QUERIES_EACH, deadline=None)
@given(made=_ARCHIVES, memory=_MEMORY, asked=_some(TREES))
def test_whoosh_finds_the_same(made: Sequence[Commit], memory: int, asked: Sequence[Node]) -> None:
    """In several languages and segments, after deletions, the same documents match."""
    _compare(made, memory, asked, with_scores=False)


@settings(max_examples=300 // QUERIES_EACH, deadline=None)
@given(made=_UNDETERMINED, memory=_MEMORY, asked=_some(SCORED_TREES))
def test_whoosh_scores_the_same(made: Sequence[Commit], memory: int, asked: Sequence[Node]) -> None:
    """Counts, lengths, averages, rarity, boosts and sums over fields and trees come out alike but for rounding."""
    _compare(made, memory, asked, with_scores=True)


@pytest.mark.slow
@settings(max_examples=10_000 // QUERIES_EACH, deadline=None)
@given(made=_ARCHIVES, memory=_MEMORY, asked=_some(TREES))
def test_whoosh_finds_the_same_ten_thousand_times(made: Sequence[Commit], memory: int, asked: Sequence[Node]) -> None:
    """What holds for a few archives at random holds for many."""
    _compare(made, memory, asked, with_scores=False)


@pytest.mark.slow
@settings(max_examples=10_000 // QUERIES_EACH, deadline=None)
@given(made=_UNDETERMINED, memory=_MEMORY, asked=_some(SCORED_TREES))
def test_whoosh_scores_the_same_ten_thousand_times(made: Sequence[Commit], memory: int, asked: Sequence[Node]) -> None:
    """What holds for a few archives at random holds for many."""
    _compare(made, memory, asked, with_scores=True)


def _compare(made: Sequence[Commit], memory: int, asked: Sequence[Node], *, with_scores: bool) -> None:
    with TemporaryDirectory() as folder:
        commit_all(Path(folder), made, memory)
        with (
            Searcher(open_whoosh_reader(Path(folder)), LiveBM25F) as searcher,
            closing(WhooshEngine.open(Path(folder), "1")) as engine,
        ):
            for tree in asked:
                wanted, found = _by_whoosh(searcher, tree), _by_us(engine, tree)
                assert sorted(wanted) == sorted(found)
                if with_scores:
                    assert wanted == pytest.approx(found, rel=1e-4, abs=1e-4)


def _by_whoosh(searcher: Searcher, tree: Node) -> dict[tuple[str, str], float]:
    collector = TopCollector(EVERY, usequality=False, replace=0)
    searcher.search_with_collector(Translator(searcher).of(tree), collector)
    return {(hit["work"], hit["language"]): hit.score for hit in collector.results()}


def _by_us(engine: WhooshEngine, tree: Node) -> dict[tuple[str, str], float]:
    """Return the documents that match; where a work has several, each has the score of the best."""
    matches = engine.search(a_query(tree, size=EVERY)).matches
    return {(match.work, language): match.score for match in matches for language in match.languages}
