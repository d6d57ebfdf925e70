"""How good an order of documents is, by what people judged."""

from collections.abc import Mapping, Sequence
from math import log2


def ndcg(order: Sequence[str], judged: Mapping[str, int], depth: int = 10) -> float:
    """Return the normalized discounted cumulative gain of the first documents."""
    best = sorted(judged.values(), reverse=True)
    ideal = _gain(best[:depth])
    return _gain([judged.get(document, 0) for document in order[:depth]]) / ideal if ideal else 0.0


def average_precision(order: Sequence[str], judged: Mapping[str, int]) -> float:
    """Return the mean of the precisions at each document that answers."""
    wanted = sum(value > 0 for value in judged.values())
    found = 0
    total = 0.0
    for place, document in enumerate(order, 1):
        if judged.get(document, 0) > 0:
            found += 1
            total += found / place
    return total / wanted if wanted else 0.0


def _gain(values: Sequence[int]) -> float:
    return sum(value / log2(place + 1) for place, value in enumerate(values, 1))
