"""The measures of an order are those of the literature."""

from math import log2

import pytest

from tests.quality.relevance.measures import average_precision, ndcg


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["a", "b"], 1.0),
        (["x", "a", "b"], (1 / log2(3) + 1 / log2(4)) / (1 + 1 / log2(3))),
        (["x", "y"], 0.0),
        ([], 0.0),
    ],
)
def test_gain_is_less_the_later_an_answer_comes(order: list[str], expected: float) -> None:
    """An ideal order has one."""
    assert pytest.approx(expected) == ndcg(order, {"a": 1, "b": 1, "c": 0})


def test_better_answers_count_more() -> None:
    """Judgements have degrees."""
    judged = {"good": 2, "fair": 1}

    assert ndcg(["good", "fair"], judged) > ndcg(["fair", "good"], judged)


def test_what_comes_after_the_depth_does_not_count() -> None:
    """Ten, as pages show."""
    assert 0.0 == ndcg([*"abcdefghij", "answer"], {"answer": 1})


@pytest.mark.parametrize(
    ("order", "expected"), [(["a", "b"], 1.0), (["x", "a", "y", "b"], (1 / 2 + 2 / 4) / 2), (["a"], 0.5), ([], 0.0)]
)
def test_precision_is_averaged_over_all_answers(order: list[str], expected: float) -> None:
    """Those that were not found count as zero."""
    assert pytest.approx(expected) == average_precision(order, {"a": 1, "b": 1})


def test_a_question_without_answers_has_no_figure() -> None:
    """It neither helps nor harms."""
    assert (0.0, 0.0) == (ndcg(["a"], {}), average_precision(["a"], {"a": 0}))
