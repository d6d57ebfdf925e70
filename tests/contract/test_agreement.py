"""Whoosh's engine answers as the plain one does, whatever is asked of whatever is in it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model.querytree import Facet, SearchQuery, Sort
from indexer.model.results import Match, Matches
from indexer.search.whoosh_engine import WhooshEngine
from tests.contract.builders import Commit
from tests.contract.conftest import commit_all
from tests.contract.entries_at_random import COMMITS, QUERIES
from tests.contract.naive_engine import NaiveEngine, naive_engine

EVERY = 1_000

_QUERIES_EACH = 5
_ASKED = st.lists(QUERIES, min_size=_QUERIES_EACH, max_size=_QUERIES_EACH)


@settings(max_examples=300 // _QUERIES_EACH, deadline=None)
@given(commits=COMMITS, queries=_ASKED)
def test_both_engines_answer_alike(commits: Sequence[Commit], queries: Sequence[SearchQuery]) -> None:
    """Works, versions, totals, counts and orders are the same; scores are the same but for rounding."""
    _compare_after(commits, queries)


@pytest.mark.slow
@settings(max_examples=10_000 // _QUERIES_EACH, deadline=None)
@given(commits=COMMITS, queries=_ASKED)
def test_both_engines_answer_alike_ten_thousand_times(
    commits: Sequence[Commit], queries: Sequence[SearchQuery]
) -> None:
    """What holds for a few archives at random holds for many."""
    _compare_after(commits, queries)


def _compare_after(commits: Sequence[Commit], queries: Sequence[SearchQuery]) -> None:
    plain = naive_engine(commits)
    with TemporaryDirectory() as folder:
        commit_all(Path(folder), commits)
        engine = WhooshEngine.open(Path(folder), "1")
        try:
            assert list(plain.keys()) == list(engine.keys())
            for query in queries:
                _compare(plain, engine, query)
        finally:
            engine.close()


def _compare(plain: NaiveEngine, engine: WhooshEngine, query: SearchQuery) -> None:
    wanted, found = (one.search(replace(query, offset=0, size=EVERY)) for one in (plain, engine))
    assert (wanted.total, wanted.relation, wanted.facets) == (found.total, found.relation, found.facets)
    assert _by_work(wanted) == _by_work(found)
    if query.sort is not Sort.RELEVANCE:
        assert [match.work for match in wanted.matches] == [match.work for match in found.matches]
    _assert_in_order(found.matches, {match.work: match.score for match in wanted.matches}, query.sort)
    assert found.matches[query.offset : query.offset + query.size] == engine.search(query).matches
    for place, last in enumerate(found.matches):
        after = engine.search(replace(query, offset=0, size=EVERY, after=(last.sort_key, last.work)))
        assert found.matches[place + 1 :] == after.matches
    for facet in Facet:
        assert plain.facet_values(query, facet) == engine.facet_values(query, facet)


def _by_work(found: Matches) -> dict[str, tuple[list[str], object]]:
    return {m.work: (sorted(m.languages), pytest.approx(m.score, rel=1e-4, abs=1e-4)) for m in found.matches}


def _assert_in_order(matches: Iterable[Match], scores: dict[str, float], sort: Sort) -> None:
    """Check that by the plain engine's scores, no work stands before a better one."""
    before = float("inf")
    for match in matches if sort is Sort.RELEVANCE else ():
        assert scores[match.work] <= before + 1e-4 * abs(before) + 1e-4
        before = scores[match.work]
