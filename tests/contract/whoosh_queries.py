"""Trees as Whoosh's own queries, and its BM25F by the numbers that the engine goes by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import log
from typing import Final

from whoosh import query
from whoosh.query import Query
from whoosh.query.compound import DefaultOr
from whoosh.scoring import BM25F, BM25FScorer
from whoosh.searching import Searcher

from indexer.language import fold
from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    TextField,
    Wildcard,
    Word,
)
from indexer.search.ranking import STEM_FIELDS, exact_weights, window, word_weights
from indexer.search.terms import stem_terms, words_of

_EVERY: Final = query.And([query.Every(), query.Every()], boost=0.0)
"""Everything, with no score: Whoosh boosts only what is put together of two or more."""


class LiveBM25F(BM25F):
    """Counts live documents alone, and for the average length those alone that have the field."""

    def idf(self, searcher: Searcher, fieldname: str, text: str) -> float:
        """Return how rare a term is."""
        parent = searcher.get_parent()
        return rarity(parent, parent.doc_frequency(fieldname, text))

    def scorer(self, searcher: Searcher, fieldname: str, text: str, qf: float = 1) -> BM25FScorer:
        """Return what scores the postings of a term."""
        scorer = super().scorer(searcher, fieldname, text, qf)
        reader = searcher.get_parent().reader()
        having = sum(reader.doc_field_length(document, fieldname) > 0 for document in reader.all_doc_ids())
        scorer.avgfl = reader.field_length(fieldname) / having
        return scorer


def rarity(searcher: Searcher, documents: int) -> float:
    """Return how rare it is what so many documents have, as Whoosh reckons it."""
    return log(max(searcher.doc_count(), 1) / (documents + 1)) + 1


@dataclass(frozen=True)
class Translator:
    """Makes Whoosh's queries of trees, for one index."""

    searcher: Searcher

    def of(self, node: Node) -> Query:
        """Return what Whoosh calls a tree."""
        match node:
            case And(children) if children:
                return query.And([self.of(child) for child in children])
            case Or(children):
                return DefaultOr([self.of(child) for child in children])  # the quick one finds nothing without a score
            case Not(child):
                return query.And([query.Every(), query.Not(self.of(child))], boost=0.0)
            case Boosted(child, factor):
                return query.And([self.of(child), _EVERY], boost=factor)
            case And() | Everything():
                return _EVERY
            case _:
                return self._leaf(node)

    def _leaf(self, leaf: Node) -> Query:
        match leaf:
            case Nothing():
                return query.NullQuery
            case Word(text, field):
                words = words_of((text,))
                return self._word(words[0], field) if len(words) == 1 else _in_each(field, partial(_phrase, words))
            case Phrase(texts, field, distance):
                return _in_each(field, partial(_phrase, words_of(texts), distance=distance))
            case Prefix(text, field):
                return _in_each(field, partial(_beginning, words_of((text,))))
            case Wildcard(text, field):
                letters = "*".join(map(fold, text.split("*")))
                return _in_each(field, partial(query.Wildcard, text=letters))
            case Fuzzy(text, distance, field):
                return _in_each(field, partial(query.FuzzyTerm, text=fold(text), maxdist=distance, prefixlength=0))
        raise AssertionError(leaf)

    def _word(self, word: str, field: TextField) -> Query:
        """Return a word's terms in all fields, each as rare as they are all together."""
        weights = {
            (name.value, term): weight
            for name, weight in word_weights(field).items()
            for term in (stem_terms(word) if name in STEM_FIELDS else (word,))
        }
        together = query.Or([query.Term(*term) for term in weights])
        shared = rarity(self.searcher, len(set(self.searcher.docs_for_query(together))))
        return query.Or(
            [query.Term(*term, weight * shared / self.searcher.idf(*term)) for term, weight in weights.items()]
        )


def _in_each(field: TextField, make: Callable[[str], Query]) -> Query:
    return query.Or([make(name.value) for name in exact_weights(field)])


def _phrase(words: Sequence[str], name: str, distance: int | None = None) -> Query:
    if distance is None:
        return query.Phrase(name, words).normalize()
    return query.Sequence([query.Term(name, word) for word in words], slop=window(len(words), distance), ordered=False)


def _beginning(words: Sequence[str], name: str) -> Query:
    if len(words) <= 1:
        return query.Prefix(name, words[0]) if words else query.NullQuery
    return query.Sequence([*(query.Term(name, word) for word in words[:-1]), query.Prefix(name, words[-1])])
