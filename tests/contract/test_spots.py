"""Both engines tell the same of where a query matches in bodies, and passages cut there show it."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model.querytree import And, Node, Phrase, Prefix, Word
from indexer.search.passages import passages_at
from indexer.search.spots import Spots
from indexer.search.whoosh_engine import WhooshEngine
from tests.contract.builders import Commit, EngineOf, a_key, an_entry
from tests.contract.conftest import commit_all
from tests.contract.entries_at_random import COMMITS, TREES
from tests.contract.naive_engine import naive_engine

FILLER = "Nothing of note is said in these words at all. " * 12


@settings(max_examples=40, deadline=None)
@given(commits=COMMITS, trees=st.lists(TREES, min_size=1, max_size=4))
def test_both_engines_find_the_same_spots(commits: Sequence[Commit], trees: Sequence[Node]) -> None:
    """Every part of a tree, in every version, whatever segment it is in."""
    plain = naive_engine(commits)
    keys = [*plain.keys(), a_key("nowhere")]
    with TemporaryDirectory() as folder:
        commit_all(Path(folder), commits)
        engine = WhooshEngine.open(Path(folder), "1")
        for tree in trees:
            for wanted, found in zip(plain.spots(tree, keys), engine.spots(tree, keys), strict=True):
                assert _plainly(wanted) == _plainly(found)
        engine.close()


def _plainly(spots: Spots | None) -> object:
    if spots is None:
        return None
    parts = [(part.firsts.tolist(), part.lasts.tolist(), part.is_phrase) for part in spots.parts]
    return parts, *(np.asarray(column).tolist() for column in spots[1:])


def shown(engine_of: EngineOf, tree: Node, *texts: str, language: str = "en", limit: int = 3) -> list[tuple[int, str]]:
    """Return the place of each passage of a document, and the passage with its matches between brackets."""
    entry = an_entry("a", language, body=texts)
    engine = engine_of([Commit((entry,))])
    (spots,) = engine.spots(tree, [entry.key])
    assert spots is not None
    found = passages_at(spots, entry.key.language, lambda number: entry.body[number], limit)
    return [(p.place.number, "".join(f"[{run}]" if match else run for run, match in p.parts)) for p in found]


def test_a_passage_far_into_a_long_text_is_found(engine_of: EngineOf) -> None:
    """Only what stands around matches is cut into words, wherever that is."""
    text = f"{FILLER * 9}The cost of remittances is high. {FILLER * 9}"

    ((place, passage),) = shown(engine_of, Phrase(("cost", "of", "remittances")), FILLER, text)

    assert 2 == place
    assert passage.startswith("…The [cost of remittances] is high. Nothing")
    assert passage.endswith("…")


def test_the_best_places_come_first(engine_of: EngineOf) -> None:
    """Where a phrase is stands before where words are, and both before one word."""
    texts = f"water {FILLER}", f"{FILLER} cost is of water", f"{FILLER} the cost of water", FILLER
    tree = And((Word("cost"), Word("water"), Phrase(("cost", "of", "water"))))

    assert [3, 2, 1] == [place for place, _ in shown(engine_of, tree, *texts)]
    assert [3] == [place for place, _ in shown(engine_of, tree, *texts, limit=1)]


def test_one_place_can_give_several_passages(engine_of: EngineOf) -> None:
    """Where few places match, more is shown of them; passages do not overlap."""
    found = shown(engine_of, Word("water"), f"First water. {FILLER} Second water. {FILLER} Third water.")

    assert [1, 1, 1] == [place for place, _ in found]
    assert [1, 1, 1] == [passage.count("[water]") for _, passage in found]


def test_a_phrase_that_runs_over_the_end_of_a_place_is_marked_to_the_end(engine_of: EngineOf) -> None:
    """The passage is of the place where the phrase begins."""
    assert [(1, "the high [cost]")] == shown(engine_of, Phrase(("cost", "of", "water")), "the high cost", "of water")


def test_words_are_marked_in_every_script(engine_of: EngineOf) -> None:
    """Stems of the version's own language, beginnings of words, pairs of characters."""
    assert [(1, "Il signe l'[accord].")] == shown(engine_of, Word("accords"), "Il signe l'accord.", language="fr")
    assert [(1, "О [миграция]")] == shown(engine_of, Word("миграции"), "О миграция", language="ru")
    assert [(1, "关于[国际移民]问题")] == shown(engine_of, Word("国际移民"), "关于国际移民问题", language="zh")
    assert [(1, "[Migrants] and emigrants")] == shown(engine_of, Prefix("migr"), "Migrants and emigrants")
