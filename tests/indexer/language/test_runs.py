"""A table from hashes to the words of runs is a dictionary."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.language.runs import Hashes, Pieces, RunTable

pieces = st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 1_000)), max_size=3)
near = st.sampled_from((0, 1, 5, (1 << 64) - 1, (1 << 64) - 2, 1 << 52, (1 << 52) + 1, 1 << 63))
hashes_ = st.integers(0, (1 << 64) - 1) | near
"""Many share their first slot; the last slots are followed by the first."""


def as_hashes(numbers: list[int]) -> Hashes:
    """Return numbers as an array."""
    return np.array(numbers, np.uint64)


def words_of(table: RunTable, hashes: list[int]) -> list[Pieces]:
    """Return the words of runs by their hashes."""
    runs = table.find(as_hashes(hashes))
    owners, words, offsets = table.words_of(runs)
    found: list[list[tuple[int, int]]] = [[] for _ in hashes]
    for owner, word, offset in zip(owners.tolist(), words.tolist(), offsets.tolist(), strict=True):
        found[owner].append((word, offset))
    return [tuple(one) for one in found]


@given(st.lists(st.dictionaries(hashes_, pieces, max_size=8), max_size=5), st.lists(hashes_, max_size=5))
@settings(deadline=None)
def test_a_table_is_a_dictionary(rounds: list[dict[int, Pieces]], others: list[int]) -> None:
    """Whatever is put in, a part at a time, is found, in any order and more than once; nothing else is."""
    table, known = RunTable(), dict[int, Pieces]()
    for further in rounds:
        new = {number: run for number, run in further.items() if number not in known}
        table.put(as_hashes(list(new)), list(new.values()))
        known |= new
    asked = [*known, *reversed(known), *others]

    assert [tuple(known.get(number, ())) for number in asked] == words_of(table, asked)
    assert [number in known for number in others] == (table.find(as_hashes(others)) != 0).tolist()


def test_a_table_grows() -> None:
    """Thousands of runs, all of which want the same few slots at first, are found after growth."""
    chance = np.random.default_rng(4)
    table, known = RunTable(), dict[int, Pieces]()
    for size in (1, 900, 3_000, 20_000, 1):
        hashes = np.unique(chance.integers(0, 1 << 64, size, np.uint64) >> np.uint64(chance.choice((0, 8))))
        new = [number for number in hashes.tolist() if number not in known]
        runs = [((number % 1_000, 0),) if number % 3 else ((1, 0), (number % 7, 2)) for number in new]
        assert len(new) == len(set(table.put(as_hashes(new), runs).tolist()))
        known |= dict(zip(new, runs, strict=True))

    assert list(known.values()) == words_of(table, list(known))


@given(st.lists(st.tuples(st.dictionaries(hashes_, st.integers(0, 1_000), max_size=8), st.booleans()), max_size=5))
@settings(deadline=None)
def test_runs_of_one_word_may_be_put_in_by_their_words(rounds: list[tuple[dict[int, int], bool]]) -> None:
    """They are what they are when put in as runs, whichever come before and after them."""
    table, known = RunTable(), dict[int, Pieces]()
    for further, by_words in rounds:
        new = {number: word for number, word in further.items() if number not in known}
        runs = {number: ((word, 0),) for number, word in new.items()}
        if by_words:
            table.put_words(as_hashes(list(new)), np.array(list(new.values()), np.int32))
        else:
            table.put(as_hashes(list(new)), list(runs.values()))
        known |= runs

    assert list(known.values()) == words_of(table, list(known))


def test_hashes_that_are_alike_in_their_first_bits_want_different_slots() -> None:
    """Runs that differ in their first letter alone have such hashes; else most look-ups would go from slot to slot."""
    slots = RunTable()._first_slots(as_hashes([(1 << 63) + last for last in range(26)]))

    assert 26 == len(set(slots.tolist()))


def test_a_run_without_a_hash_is_found_by_its_number_alone() -> None:
    """It stays through growth, and no hash leads to it."""
    table = RunTable()
    number = table.put_unhashed(((7, 0), (8, 3)))
    table.put(as_hashes(list(range(1, 5_000))), [((1, 0),)] * 4_999)
    owners, words, offsets = table.words_of(np.array((number, 0, number), np.int32))

    assert ([0, 0, 2, 2], [7, 8, 7, 8], [0, 3, 0, 3]) == (owners.tolist(), words.tolist(), offsets.tolist())
    assert [0] == table.find(as_hashes([0])).tolist()


def test_runs_of_one_word_are_told_quickly_or_slowly_alike() -> None:
    """Where all runs are one word from their beginning there is a short way; another one among them changes nothing."""
    table = RunTable()
    whole, later, none = table.put(as_hashes([1, 2, 3]), [((5, 0),), ((6, 1),), ()]).tolist()

    for runs in ([whole] * 3, [whole, later, whole], [none, whole], [none], []):
        owners, words, offsets = table.words_of(np.array(runs, np.int32))
        expected = [(at, *{whole: (5, 0), later: (6, 1)}[run]) for at, run in enumerate(runs) if run != none]
        assert expected == list(zip(owners.tolist(), words.tolist(), offsets.tolist(), strict=True))
