"""The best of scores, against sorted lists."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.ordering import _ROW, _best


@given(st.integers(0, 20 * _ROW), st.integers(0, 30), st.integers(1, 400), st.integers(0, 1 << 32))
@settings(deadline=None)
def test_the_best_are_those_at_the_head_of_a_sorted_list(size: int, wanted: int, different: int, seed: int) -> None:
    """With all that are equal to the last of them, whether there are rows of scores enough to look at or not."""
    scores = np.random.default_rng(seed).integers(0, different, size).astype(np.float32)
    best = _best(scores, wanted)

    head = sorted(scores.tolist(), reverse=True)[:wanted]
    equal = [score for score in scores.tolist() if head and score >= head[-1]]
    assert sorted(set(best.tolist())) == best.tolist()
    assert sorted(equal) == sorted(scores[best].tolist())
