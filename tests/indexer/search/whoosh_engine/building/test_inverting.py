"""Postings by term, against a dictionary."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.building.inverting import (
    Batch,
    FieldPostings,
    Words,
    assembled,
    inverted,
    ranked,
)

words_ = st.text(st.sampled_from("ab\0é移\U00010000"), min_size=1, max_size=3)
lexicons = st.lists(words_, min_size=1, max_size=8, unique=True)

By = dict[str, dict[int, list[int]]]


def by_term(postings: FieldPostings) -> By:
    """Return at which positions each document has each term."""
    assert postings.positions is not None
    assert postings.places is not None
    found: By = {}
    at = 0
    for number, term in enumerate(postings.terms):
        assert at == postings.places[number]
        ours = found[term] = dict[int, list[int]]()
        for posting in range(*postings.starts[number : number + 2].tolist()):
            count = int(postings.counts[posting])
            ours[int(postings.documents[posting])] = postings.positions[at : at + count].tolist()
            at += count
    assert at == postings.places[-1] == len(postings.positions)
    return found


def batch_of(documents: list[list[int]], first: int) -> Batch:
    """Return the postings of documents, each as the numbers of its words, the first of which has this number."""
    rows = [(word, number, at) for number, words in enumerate(documents, first) for at, word in enumerate(words)]
    kinds = (np.int32, np.uint16, np.int64)
    return inverted(Words(*(np.array([row[place] for row in rows], kind) for place, kind in enumerate(kinds))))


@given(lexicons, st.data())
@settings(deadline=None)
def test_words_are_found_where_they_stand(lexicon: list[str], data: st.DataObject) -> None:
    """Each word by its document and position, terms in the order of their bytes, words that do not occur nowhere."""
    documents = st.lists(st.lists(st.integers(0, len(lexicon) - 1), max_size=6), max_size=4)
    batches: list[Batch] = []
    expected: By = {}
    size = 0
    for several in data.draw(st.lists(documents, min_size=1, max_size=3)):
        batches.append(batch_of(several, size))
        for number, words in enumerate(several, size):
            for at, word in enumerate(words):
                expected.setdefault(lexicon[word], {}).setdefault(number, []).append(at)
        size += len(several)
    postings = assembled(batches, *ranked(lexicon, batches))

    assert expected == by_term(postings)
    assert sorted(expected, key=str.encode) == list(postings.terms)


@pytest.mark.parametrize("last", [255, 256, 65_536])
def test_numbers_are_as_wide_as_the_widest_batch_needs(last: int) -> None:
    """Counts and positions of a later batch may need more bytes than those of the first."""
    batches = [batch_of([[0]], 0), batch_of([[0] * (last + 1)], 1)]

    assert {"a": {0: [0], 1: list(range(last + 1))}} == by_term(assembled(batches, *ranked(["a"], batches)))


@given(lexicons, st.data())
@settings(deadline=None)
def test_words_that_occur_are_ranked(lexicon: list[str], data: st.DataObject) -> None:
    """By their bytes, each once, however often it occurs, in each field those that are there."""
    places = st.lists(st.integers(0, len(lexicon) - 1), max_size=12)
    fields = [data.draw(places), data.draw(places)]
    batches = [[batch_of([occurring[:5]], 0), batch_of([occurring[5:]], 1)] for occurring in fields]

    for occurring, (ranks, terms) in zip(fields, ranked(lexicon, *batches), strict=True):
        assert sorted({lexicon[number] for number in occurring}, key=str.encode) == terms
        assert [lexicon[number] for number in occurring] == [terms[ranks[number]] for number in occurring]
