"""Reading an index: from many threads, within time, with bounded memory."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from indexer.model.querytree import And, Everything, Facet, Node, Not, Or, Phrase, Prefix, Wildcard, Word
from indexer.model.results import FacetCount, Matches, TotalRelation
from indexer.search import ranking
from indexer.search.whoosh_engine import IndexOutdatedError, WhooshEngine, postings
from indexer.search.whoosh_engine.codec.contents import read_contents
from indexer.search.whoosh_engine.columns import Columns
from tests.contract.builders import a_query, an_entry
from tests.indexer.search.whoosh_engine.indexes import WATER, found, opened, write

TREES = (
    Word("water"),
    And((Word("water"), Not(Word("air")))),
    Or((Word("air"), Prefix("w"))),
    Phrase(("water", "and", "air")),
    Everything(),
)


def test_threads_share_an_engine(tmp_path: Path) -> None:
    """Asked by eight threads at once, an engine answers each as it answers one."""
    for part in range(3):
        write(tmp_path, *(an_entry(f"w{part}{n}", body=f"water and air w{n} " * n, year=2000 + n) for n in range(20)))
    queries = [a_query(tree, facets=tuple(Facet), size=50) for tree in TREES]
    with opened(tmp_path) as alone:
        expected = [alone.search(query) for query in queries]
    with opened(tmp_path) as shared, ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(shared.search, queries * 40))

    assert expected * 40 == answers


@pytest.mark.parametrize("at_once", [1, 3, 1_000])
@pytest.mark.parametrize("tree", [Prefix("mi"), Wildcard("m*i*")])
def test_terms_of_one_spelling_are_added_up(
    tree: Node, at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many terms are found and weighed as one term would be, however many postings are read together."""
    monkeypatch.setattr(postings, "_POSTINGS_AT_ONCE", at_once)
    bodies = [" ".join([f"mi{n % turn}" for turn in range(1, n % 7 + 1)] + ["mo"] * (n % 3)) for n in range(40)]
    several, single = tmp_path / "several", tmp_path / "single"
    for number in (0, 25):  # the second time, some are replaced
        rows = [*enumerate(bodies)][number : number + 30]
        write(several, *(an_entry(f"w{n}", body=body) for n, body in rows))
        write(single, *(an_entry(f"w{n}", body=re.sub(r"mi\d", "mi", body)) for n, body in rows))
    with opened(several) as of_many, opened(single) as of_one:
        many, one = (engine.search(a_query(tree, size=50)).matches for engine in (of_many, of_one))

    assert [match.work for match in one] == [match.work for match in many]
    assert [match.score for match in one] == pytest.approx([match.score for match in many])
    assert sum("mi" in body for body in bodies) == len(many)


def test_an_answer_that_came_too_late_is_not_kept(tmp_path: Path) -> None:
    """What was cut short by the clock is not given to who has time."""
    write(tmp_path, *WATER)
    with opened(tmp_path) as engine:
        late: Matches = engine.search(a_query("water", seconds=0, facets=(Facet.LANGUAGE,)))
        in_time: Matches = engine.search(a_query("water", facets=(Facet.LANGUAGE,)))

    assert (0, TotalRelation.AT_LEAST) == (late.total, late.relation)
    assert (2, TotalRelation.EXACT) == (in_time.total, in_time.relation)
    assert [(), (FacetCount("en", 2),)] == [found.facets["language"].counts for found in (late, in_time)]


def test_time_is_looked_at_while_a_tree_is_evaluated(tmp_path: Path) -> None:
    """A tree that takes too long gives less than all, but nothing that does not match."""
    write(tmp_path, *WATER)
    slow = And((Word("water"), Or(tuple(Word(f"w{n}") for n in range(20_000)))))
    with opened(tmp_path) as engine:
        late: Matches = engine.search(a_query(slow, seconds=0.01))
        negated: Matches = engine.search(a_query(Not(slow), seconds=0.01))

    assert (0, TotalRelation.AT_LEAST) == (late.total, late.relation)
    assert (0, TotalRelation.AT_LEAST) == (negated.total, negated.relation)


def test_a_beginning_stands_for_a_bounded_number_of_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The most frequent words that begin so are taken, however many there are."""
    monkeypatch.setattr("indexer.search.whoosh_engine.leaves.GREATEST_EXPANSION", 2)
    write(
        tmp_path, an_entry("a", body="wa"), an_entry("b", body="wb"), an_entry("c", body="wb"), an_entry("d", body="wc")
    )

    assert ["a", "b", "c"] == found(tmp_path, Prefix("w"))
    assert 1_000 == ranking.GREATEST_EXPANSION


@pytest.mark.parametrize("marker", ['{"format": "0", "analyzer": "x"}', "[]"])
def test_an_index_by_other_rules_is_refused(tmp_path: Path, marker: str) -> None:
    """What another version made is told by name, by readers and writers, before it is misread."""
    (write(tmp_path, *WATER) / "format.json").write_text(marker)

    with pytest.raises(IndexOutdatedError, match="run masthead index to build it anew"):
        WhooshEngine.open(tmp_path, "1")
    with pytest.raises(IndexOutdatedError):
        write(tmp_path, *WATER)


def test_near_words_are_those_of_one_or_two_edits(tmp_path: Path) -> None:
    """Fewer edits come first, then what more documents have; short words allow one edit, numbers none."""
    body = "migration migrations mitigation remittance remittances water wafer 2014"
    write(tmp_path, an_entry("a", body=body), an_entry("b", body="remittances wafer"))
    with opened(tmp_path) as engine:
        assert ("remittances", "remittance") == engine.terms_near("remittancex")
        assert ("migration",) == engine.terms_near("MIGRATOIN")
        assert ("wafer", "water") == engine.terms_near("waxer")
        assert () == engine.terms_near("wxyer")
        assert () == engine.terms_near("2015")
        assert "migration" not in engine.terms_near("migration")


def test_columns_have_versions_of_a_work_side_by_side(tmp_path: Path) -> None:
    """Whatever segments they are in, documents stand by work and language."""
    write(tmp_path, an_entry("b", "fr"), an_entry("a", "en"))
    write(tmp_path, an_entry("b", "en"))
    columns = Columns(tmp_path / read_contents(tmp_path).columns)

    assert ["a", "b", "b"] == [key.work for key in columns.keys()]  # noqa: SIM118  # not a mapping
    assert ["en", "en", "fr"] == [columns.languages[number] for number in columns.language_of]
    assert np.array_equal([0, 1, 1], columns.work_of)
