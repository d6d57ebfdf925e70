"""A table from hashes to the words of runs is a dictionary."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.language.runs import Hashes, Ids, Pieces, RunTable

Words = Sequence[tuple[int, int]]
"""The words of a run: number, and at which of its characters it begins."""

_LENGTH = 10_000
"""How far apart runs begin: farther than any word is from the beginning of its run."""

pieces = st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 1_000)), max_size=3)
near = st.sampled_from((0, 1, 5, (1 << 64) - 1, (1 << 64) - 2, 1 << 52, (1 << 52) + 1, 1 << 63))
hashes_ = st.integers(0, (1 << 64) - 1) | near
"""Many share their first slot; the last slots are followed by the first."""


def as_hashes(numbers: list[int]) -> Hashes:
    """Return numbers as an array."""
    return np.array(numbers, np.uint64)


def as_pieces(runs: Sequence[Words]) -> Pieces:
    """Return the words of runs as arrays."""
    every = [piece for run in runs for piece in run]
    words, offsets = (np.array([piece[side] for piece in every], np.int32) for side in (0, 1))
    return Pieces(np.array([len(run) for run in runs], np.int64), words, offsets)


def told(table: RunTable, runs: Ids) -> list[Words]:
    """Return the words of runs by their numbers."""
    begins, words = table.words_of(runs, np.arange(len(runs)) * _LENGTH)
    found: list[list[tuple[int, int]]] = [[] for _ in runs]
    for begin, word in zip(begins.tolist(), words.tolist(), strict=True):
        found[begin // _LENGTH].append((word, begin % _LENGTH))
    return [tuple(one) for one in found]


def words_of(table: RunTable, hashes: list[int]) -> list[Words]:
    """Return the words of runs by their hashes."""
    return told(table, table.find(as_hashes(hashes)))


@given(st.lists(st.dictionaries(hashes_, pieces, max_size=8), max_size=5), st.lists(hashes_, max_size=5))
@settings(deadline=None)
def test_a_table_is_a_dictionary(rounds: list[dict[int, Words]], others: list[int]) -> None:
    """Whatever is put in, a part at a time, is found, in any order and more than once; nothing else is."""
    table, known = RunTable(), dict[int, Words]()
    for further in rounds:
        new = {number: run for number, run in further.items() if number not in known}
        table.put(as_hashes(list(new)), as_pieces(list(new.values())))
        known |= new
    asked = [*known, *reversed(known), *others]

    assert [tuple(known.get(number, ())) for number in asked] == words_of(table, asked)
    assert [number in known for number in others] == (table.find(as_hashes(others)) != 0).tolist()


def test_a_table_grows() -> None:
    """Thousands of runs, all of which want the same few slots at first, are found after growth."""
    chance = np.random.default_rng(4)
    table, known = RunTable(), dict[int, Words]()
    for size in (1, 900, 3_000, 20_000, 1):
        hashes = np.unique(chance.integers(0, 1 << 64, size, np.uint64) >> np.uint64(chance.choice((0, 8))))
        new = [number for number in hashes.tolist() if number not in known]
        runs = [((number % 1_000, 0),) if number % 3 else ((1, 0), (number % 7, 2)) for number in new]
        assert len(new) == len(set(table.put(as_hashes(new), as_pieces(runs)).tolist()))
        known |= dict(zip(new, runs, strict=True))

    assert list(known.values()) == words_of(table, list(known))


def test_hashes_that_are_alike_in_their_first_bits_want_different_slots() -> None:
    """Runs that differ in their first letter alone have such hashes; else most look-ups would go from slot to slot."""
    slots = RunTable()._first_slots(as_hashes([(1 << 63) + last for last in range(26)]))

    assert 26 == len(set(slots.tolist()))


def test_a_run_without_a_hash_is_found_by_its_number_alone() -> None:
    """It stays through growth, and no hash leads to it."""
    table = RunTable()
    number = table.put_unhashed(as_pieces([((7, 0), (8, 3))]))
    table.put(as_hashes(list(range(1, 5_000))), as_pieces([((1, 0),)] * 4_999))

    assert [((7, 0), (8, 3)), (), ((7, 0), (8, 3))] == told(table, np.array((number, 0, number), np.int32))
    assert [0] == table.find(as_hashes([0])).tolist()


def test_runs_of_one_word_are_told_quickly_or_slowly_alike() -> None:
    """Where all runs are one word from their beginning there is a short way; another one among them changes nothing."""
    table = RunTable()
    words = [((5, 0),), ((6, 1),), ()]
    whole, later, none = table.put(as_hashes([1, 2, 3]), as_pieces(words)).tolist()
    known = dict(zip((whole, later, none), words, strict=True))

    for runs in ([whole] * 3, [whole, later, whole], [none, whole], [none], []):
        assert [known[run] for run in runs] == told(table, np.array(runs, np.int32))
