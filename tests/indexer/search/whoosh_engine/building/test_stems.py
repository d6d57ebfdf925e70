"""Postings of stems, against a dictionary."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model.identifiers import OFFICIAL_LANGUAGES, UNDETERMINED, Language
from indexer.search.terms import stem_term
from indexer.search.whoosh_engine.building.inverting import Words, assembled, inverted, ranked
from indexer.search.whoosh_engine.building.stems import Stemmer, forms_of, stemmed

WORDS = (
    "water",
    "waters",
    "watering",
    "migrants",
    "migrant",
    "eaux",
    "eau",
    "migraciones",
    "вода",
    "воды",
    "هجرة",
    "移民",
)

languages_ = st.sampled_from((*OFFICIAL_LANGUAGES, UNDETERMINED, Language("de")))
bodies = st.lists(st.tuples(languages_, st.lists(st.sampled_from(WORDS), max_size=6)), max_size=5)


@given(st.lists(bodies, min_size=1, max_size=2))
@settings(deadline=None)
def test_stems_are_those_of_the_words_of_each_document(rounds: list[list[tuple[Language, list[str]]]]) -> None:
    """Counts by stem and document, and the words of each stem; the same stemmer serves one segment after another."""
    stemmer = Stemmer(WORDS)
    for documents in rounds:
        counts: dict[str, dict[int, int]] = {}
        forms: dict[str, set[str]] = {}
        for number, (language, words) in enumerate(documents):
            for word in words:
                stem = stem_term(word, language)
                forms.setdefault(stem, set()).add(word)
                counted = counts.setdefault(stem, {})
                counted[number] = counted.get(number, 0) + 1
        found = stems_of(documents, stemmer)

        assert (counts, {stem: sorted(words) for stem, words in forms.items()}) == found


def stems_of(
    documents: list[tuple[Language, list[str]]], stemmer: Stemmer
) -> tuple[dict[str, dict[int, int]], dict[str, list[str]]]:
    """Return how often each document has each stem, and which words have it."""
    rows = [(WORDS.index(word), at, n) for at, (_, words) in enumerate(documents) for n, word in enumerate(words)]
    columns = [np.array([row[place] for row in rows], np.int32) for place in range(3)]
    words = inverted(Words(*columns))
    found, spoken = stemmed(words, [language for language, _ in documents], stemmer)
    (ranking,), (of_words,) = ranked(stemmer.stems, [found]), ranked(WORDS, [words])
    postings, forms = assembled([found], ranking), forms_of([spoken], stemmer, ranking, of_words)
    stems = list(postings.terms)
    assert sorted(stems, key=str.encode) == stems
    pairs = list(zip(postings.documents.tolist(), postings.counts.tolist(), strict=True))
    known = [of_words.terms[number] for number in forms.words]
    return (
        {
            stem: dict(pairs[slice(*bound)])
            for stem, bound in zip(stems, pairwise(postings.starts.tolist()), strict=True)
        },
        {stem: known[slice(*bound)] for stem, bound in zip(stems, pairwise(forms.starts.tolist()), strict=True)},
    )


def test_many_words_of_one_stem_are_counted() -> None:
    """Also where each of its words has a count that fits into a byte, and all together have not."""
    documents = [(Language("en"), ["water"] * 200 + ["waters"] * 200 + ["watering"] * 200)]

    assert {"en:water": {0: 600}} == stems_of(documents, Stemmer(WORDS))[0]
