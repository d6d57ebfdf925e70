"""Where words stand in a row, or near each other, given the places of each in ascending order."""

from collections.abc import Sequence

import numpy as np

from indexer.search.whoosh_engine.arrays import Mask, Numbers, distinct
from indexer.search.whoosh_engine.postings import Slot, common


def in_order(places: Sequence[Numbers]) -> Numbers:
    """Return where a row begins: every word right behind the one before; the rarest word is looked at first."""
    if not places:
        return np.zeros(0, np.int64)
    by_size = sorted(range(len(places)), key=lambda offset: len(places[offset]))
    starts = places[by_size[0]] - by_size[0]
    for offset in by_size[1:]:
        starts = common(starts + offset, places[offset]) - offset
    return starts


def near(places: Sequence[Numbers], slots: Sequence[Slot], within: int) -> Numbers:
    """Return where any word stands with all words from there on, none farther than `within`."""
    if not places:
        return np.zeros(0, np.int64)
    starts = distinct(np.concatenate(places))
    for others, before in zip(places, _repetitions(slots), strict=True):
        starts = starts[_reached(starts, others, before, within)]
    return starts


def _repetitions(slots: Sequence[Slot]) -> list[int]:
    """Return how often each slot has stood in the row before: a word typed twice is wanted twice."""
    return [sum(earlier == slot for earlier in slots[:place]) for place, slot in enumerate(slots)]


def _reached(starts: Numbers, others: Numbers, before: int, within: int) -> Mask:
    """Return from which starts there is a further place, after skipping `before` of them, within reach."""
    next_ones = np.searchsorted(others, starts) + before
    reached = next_ones < len(others)
    reached[reached] = others[next_ones[reached]] <= starts[reached] + within
    return reached
