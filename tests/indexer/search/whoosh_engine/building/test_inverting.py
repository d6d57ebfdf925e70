"""Postings by term, against a dictionary."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.building.inverting import FieldPostings, Words, positional, ranked

words_ = st.text(st.sampled_from("ab\0é移\U00010000"), min_size=1, max_size=3)
lexicons = st.lists(words_, min_size=1, max_size=8, unique=True)

By = dict[str, dict[int, list[int]]]


def by_term(postings: FieldPostings) -> By:
    """Return at which positions each document has each term."""
    assert postings.positions is not None
    found: By = {}
    at = 0
    for number, term in enumerate(postings.terms):
        ours = found[term.decode()] = dict[int, list[int]]()
        for posting in range(*postings.starts[number : number + 2].tolist()):
            count = int(postings.counts[posting])
            ours[int(postings.documents[posting])] = postings.positions[at : at + count].tolist()
            at += count
    assert at == len(postings.positions)
    return found


@given(lexicons, st.data())
@settings(deadline=None)
def test_words_are_found_where_they_stand(lexicon: list[str], data: st.DataObject) -> None:
    """Each word by its document and position, terms in the order of their bytes, words that do not occur nowhere."""
    numbers = st.integers(0, len(lexicon) - 1)
    documents = data.draw(st.lists(st.lists(numbers, max_size=6), max_size=4))
    rows = [(word, number, at) for number, words in enumerate(documents) for at, word in enumerate(words)]
    expected: By = {}
    for word, number, at in rows:
        expected.setdefault(lexicon[word], {}).setdefault(number, []).append(at)
    columns = [
        np.array([row[place] for row in rows], kind) for place, kind in enumerate((np.int32, np.uint16, np.int32))
    ]
    postings = positional(Words(*columns), lexicon)

    assert expected == by_term(postings)
    assert sorted(term.encode() for term in expected) == list(postings.terms)


@given(lexicons, st.data())
@settings(deadline=None)
def test_words_that_occur_are_ranked(lexicon: list[str], data: st.DataObject) -> None:
    """By their bytes, each once, however often it occurs."""
    occurring = data.draw(st.lists(st.integers(0, len(lexicon) - 1), max_size=12))
    ranks, terms = ranked(lexicon, np.array(occurring, np.int64))

    assert sorted({lexicon[number].encode() for number in occurring}) == terms
    assert [lexicon[number].encode() for number in occurring] == [terms[ranks[number]] for number in occurring]
