"""A plain engine that keeps entries and looks at every one of them: the measure of what other engines answer."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import log
from time import monotonic

import numpy as np

from indexer.language import fold, tokens
from indexer.model.identifiers import Language, WorkId
from indexer.model.querytree import (
    UNDATED_YEAR,
    And,
    Boosted,
    Everything,
    ExactField,
    Facet,
    Filters,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    SearchQuery,
    Sort,
    TextField,
    Value,
    Wildcard,
    Word,
    WordLeaf,
    YearRange,
)
from indexer.model.results import FacetCount, FacetCounts, IndexEntry, IndexKey, Match, Matches, TotalRelation
from indexer.search import ranking
from indexer.search.matching import TextMatcher, parts_of
from indexer.search.ranking import IndexField
from indexer.search.spots import WORDS_BETWEEN_MARKS, PartSpots, Spots
from indexer.search.terms import stem_terms, words_of
from tests.contract.builders import Commit
from tests.contract.plain_terms import EntryTerms, entry_terms


@dataclass(frozen=True)
class _Version:
    entry: IndexEntry
    terms: EntryTerms

    @property
    def key(self) -> IndexKey:
        return self.entry.key

    def values(self, name: str) -> tuple[str, ...]:
        entry = self.entry
        values: Mapping[str, tuple[str, ...]] = {
            ExactField.SYMBOL: entry.symbols,
            ExactField.ORGANIZATION: entry.organizations,
            ExactField.PERSON: entry.people,
            ExactField.TOPIC: entry.topics,
            ExactField.KIND: (entry.kind,),
            ExactField.MEETING: entry.meetings,
            ExactField.LANGUAGE: (entry.key.language,),
            ExactField.AGENDA_ITEM: entry.agenda_items,
            ExactField.CITES: entry.cites,
            Facet.YEAR: (UNDATED_YEAR if entry.year is None else f"{entry.year:04d}",),
        }
        return values[name]

    def count(self, name: IndexField, term: str) -> int:
        if name in ranking.STEM_FIELDS:
            return self.terms.stems[name].get(term, 0)
        return len(self.positions(name, term))

    def positions(self, name: IndexField, word: str) -> Sequence[int]:
        return self.terms.exact[name].get(word, [])


_Scores = dict[IndexKey, float]
"""The versions that match, and their scores."""


class NaiveEngine:
    """Keeps entries in memory; time runs out for it at once or never."""

    generation = "naive"

    def __init__(self, entries: Iterable[IndexEntry]) -> None:
        versions = (_Version(entry, entry_terms(entry)) for entry in entries)
        self._versions = {version.key: version for version in sorted(versions, key=lambda version: version.key)}
        self._vocabulary = {word for v in self._versions.values() for found in v.terms.exact.values() for word in found}

    # The port

    def search(self, query: SearchQuery) -> Matches:
        """Return one page of works, with exact totals and facet counts unless time ran out."""
        end = None if query.seconds is None else monotonic() + query.seconds
        scores = self._evaluate(query.tree)
        if end is not None and monotonic() >= end:
            return Matches(0, TotalRelation.AT_LEAST, (), {facet: FacetCounts(()) for facet in query.facets})
        matches = self._matches(query.sort, {k: s for k, s in scores.items() if self._passes(k, query.filters)})
        return Matches(
            total=len(matches),
            relation=TotalRelation.EXACT,
            matches=tuple(self._page(query, matches)),
            facets={facet: self._facet(query, facet, scores) for facet in query.facets},
        )

    def spots(self, tree: Node, keys: Iterable[IndexKey]) -> Iterator[Spots | None]:
        """Yield for each key where a query matches in the body; None where there is no such index document."""
        for key in keys:
            yield _spots(tree, self._versions[key].entry) if key in self._versions else None

    def facet_values(self, query: SearchQuery, facet: Facet) -> tuple[FacetCount, ...]:
        """Return every value of a facet over all matches, made without the facet's own choice."""
        return self._counts(query.filters, facet, self._evaluate(query.tree))

    def terms_near(self, word: str) -> tuple[str, ...]:
        """Return words that one edit makes of this one."""
        return tuple(term for term in sorted(self._vocabulary) if _is_one_edit(fold(word), term))[:5]

    def keys(self) -> Iterator[IndexKey]:
        """Yield the key of every entry."""
        yield from self._versions

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    # Trees

    def _evaluate(self, node: Node) -> _Scores:
        match node:
            case And(children):
                found = [self._evaluate(child) for child in children]
                return {k: sum(one[k] for one in found) for k in self._versions if all(k in one for one in found)}
            case Or(children):
                found = [self._evaluate(child) for child in children]
                return {
                    k: sum(one.get(k, 0) for one in found) for k in self._versions if any(k in one for one in found)
                }
            case Not(child):
                gone = self._evaluate(child)
                return {key: 0.0 for key in self._versions if key not in gone}
            case Boosted(child, factor):
                return {key: score * factor for key, score in self._evaluate(child).items()}
            case Word() | Phrase() | Prefix() | Wildcard() | Fuzzy():
                return self._worded(node)
            case _:
                return {key: worth for key, v in self._versions.items() if (worth := _worth(v, node)) is not None}

    def _worded(self, leaf: WordLeaf) -> _Scores:
        match leaf:
            case Word(text, field):
                words = words_of((text,))
                return self._word(words[0], field) if len(words) == 1 else self._phrase(words, field, None)
            case Phrase(texts, field, distance):
                return self._phrase(words_of(texts), field, distance)
            case Prefix(text, field):
                words = words_of((text,))
                return self._row(words, lambda last: last.startswith(words[-1]), field)
            case Wildcard(text, field):
                letters = [fold(run) for run in text.split("*")]
                pattern = re.compile(".*".join(map(re.escape, letters)))
                return self._row((text,), lambda last: bool(letters[0] and pattern.fullmatch(last)), field)
            case Fuzzy(text, distance, field):
                words = words_of((text,))
                return self._row(words, lambda last: edits(words[-1], last) <= distance, field)

    def _word(self, word: str, field: TextField) -> _Scores:
        def count(version: _Version, name: IndexField) -> int:
            terms = stem_terms(word) if name in ranking.STEM_FIELDS else (word,)
            return sum(version.count(name, term) for term in terms)

        return self._scored(ranking.word_weights(field), count)

    def _phrase(self, words: Sequence[str], field: TextField, distance: int | None) -> _Scores:
        within = ranking.window(len(words), distance)

        def count(version: _Version, name: IndexField) -> int:
            if len(words) <= 1:
                return sum(version.count(name, word) for word in words)
            places = [version.positions(name, word) for word in words]
            if distance is None:
                return sum(all(start + n in others for n, others in enumerate(places)) for start in places[0])
            starts = {place for others in places for place in others}
            return sum(_has_all(version, name, words, range(start, start + within + 1)) for start in starts)

        return self._scored(ranking.exact_weights(field), count)

    def _row(self, words: Sequence[str], is_last: Callable[[str], bool], field: TextField) -> _Scores:
        """Return where words stand in a row, with any that is said to be one for the last."""

        def count(version: _Version, name: IndexField) -> int:
            found = 0
            for last, places in version.terms.exact[name].items():
                if words and is_last(last):
                    before = [version.positions(name, word) for word in words[:-1]]
                    start = [place - len(before) for place in places]
                    found += sum(all(place + n in others for n, others in enumerate(before)) for place in start)
            return found

        return self._scored(ranking.exact_weights(field), count)

    def _scored(self, weights: Mapping[IndexField, float], count: Callable[[_Version, IndexField], int]) -> _Scores:
        """Return BM25 over the fields, with one document frequency for them all."""
        counted = {key: {n: count(v, n) for n in weights} for key, v in self._versions.items()}
        found = {key: counts for key, counts in counted.items() if any(counts.values())}
        rarity = log(len(self._versions) / (len(found) + 1)) + 1 if found else 0.0
        return {
            key: rarity * sum(weights[name] * self._saturated(key, name, n) for name, n in counts.items() if n)
            for key, counts in found.items()
        }

    def _saturated(self, key: IndexKey, name: IndexField, count: int) -> float:
        lengths = [version.terms.lengths[name] for version in self._versions.values()]
        average = sum(lengths) / sum(length > 0 for length in lengths)
        relative = self._versions[key].terms.lengths[name] / average
        b, k1 = ranking.LENGTH_NORMALIZATION, ranking.SATURATION
        return count * (k1 + 1) / (count + k1 * (1 - b + b * relative))

    # Filters and facets

    def _passes(self, key: IndexKey, filters: Filters) -> bool:
        version = self._versions[key]
        if any(set(values) & set(version.values(name)) for name, values in filters.excluded.items()):
            return False
        wanted = {
            name: bool(set(values) & set(version.values(name))) for name, values in filters.chosen.items() if values
        }
        if filters.years is not None:
            within = _is_within(version.entry.year, filters.years.start, filters.years.end)
            wanted[Facet.YEAR] = wanted.get(Facet.YEAR, False) or within
        return all(wanted.values())

    def _counts(self, filters: Filters, facet: Facet, scores: _Scores) -> tuple[FacetCount, ...]:
        others = filters.without(facet)
        having: dict[str, set[WorkId]] = {}
        for key in scores:
            if self._passes(key, others):
                for value in self._versions[key].values(facet):
                    having.setdefault(value, set()).add(key.work)
        counted = (FacetCount(value, len(found)) for value, found in having.items())
        return tuple(sorted(counted, key=lambda one: (-one.count, one.value)))

    def _facet(self, query: SearchQuery, facet: Facet, scores: _Scores) -> FacetCounts:
        every = self._counts(query.filters, facet, scores)
        chosen = query.filters.chosen.get(facet, ())
        size = len(every) if facet in query.whole_facets else query.facet_size
        shown = [one for place, one in enumerate(every) if place < size or one.value in chosen]
        shown += [FacetCount(value, 0) for value in set(chosen) - {one.value for one in every}]
        return FacetCounts(tuple(sorted(shown, key=lambda one: (-one.count, one.value))), more=not {*every} <= {*shown})

    # Works and their order

    def _matches(self, sort: Sort, scores: _Scores) -> list[Match]:
        found = []
        for work, keys in groupby(sorted(scores), key=lambda key: key.work):
            best_first = sorted(keys, key=lambda key: (-scores[key], key.language))
            languages = tuple(Language(key.language) for key in best_first)
            score = scores[best_first[0]]
            found.append(Match(work, languages, score, self._sort_key(sort, work, score)))
        return sorted(found, key=lambda match: self._place(sort, match.sort_key, match.work))

    def _sort_key(self, sort: Sort, work: str, score: float) -> float | str:
        match sort:
            case Sort.RELEVANCE:
                return score
            case Sort.TITLE:
                return fold(self._first(work).sort_title)
            case Sort.NEWEST | Sort.OLDEST:
                return float(self._first(work).sort_date)

    def _place(self, sort: Sort, key: float | str, work: str) -> tuple[float | str, ...]:
        """Return what comes first in an order, for comparing."""
        match sort:
            case Sort.RELEVANCE:
                return (-float(key), -self._first(work).sort_date, work)
            case Sort.NEWEST:
                return (-float(key), work)
            case Sort.OLDEST:
                return (float(key) or float("inf"), work)
            case Sort.TITLE:
                return (key, work)

    def _first(self, work: str) -> IndexEntry:
        return next(version.entry for key, version in self._versions.items() if key.work == work)

    def _page(self, query: SearchQuery, matches: list[Match]) -> list[Match]:
        if query.after is None:
            return matches[query.offset : query.offset + query.size]
        last = self._place(query.sort, *query.after)
        later = [match for match in matches if self._place(query.sort, match.sort_key, match.work) > last]
        return later[: query.size]


def naive_engine(commits: Iterable[Commit]) -> NaiveEngine:
    """Return an engine that has gone through some commits."""
    held: dict[IndexKey, IndexEntry] = {}
    for commit in commits:
        for key in commit.remove:
            held.pop(key, None)
        held.update((entry.key, entry) for entry in commit.add)
    return NaiveEngine(held.values())


def _spots(tree: Node, entry: IndexEntry) -> Spots:
    """Return where a query matches, by going through all words."""
    placed = [(n, token) for n, place in enumerate(entry.body) for token in tokens(place.text)]
    words = [token.text for _, token in placed]
    found = TextMatcher(tree, entry.key.language).matches(words)
    parts = tuple(
        PartSpots(
            np.array(sorted({match.first for match in found if match.part == number}), np.int64),
            np.array(sorted({match.last for match in found if match.part == number}), np.int64),
            is_phrase=part.within is not None or len(part.slots) > 1,
        )
        for number, part in enumerate(parts_of(tree))
    )
    texts = [n for n, _ in placed]
    starts = [bisect_left(texts, n) for n in range(len(entry.body))]
    marked = placed[::WORDS_BETWEEN_MARKS]
    return Spots(
        parts,
        np.array(starts, np.int64),
        np.array([n for n, _ in marked], np.int64),
        np.array([token.start for _, token in marked], np.int64),
    )


def _worth(version: _Version, leaf: Value | YearRange | Everything | Nothing) -> float | None:
    """Return what a version scores for a leaf without words; None where it does not match."""
    match leaf:
        case Value(ExactField.SYMBOL, symbol) if symbol in version.entry.symbols:
            return ranking.OWN_SYMBOL if version.entry.symbols[0] == symbol else ranking.PREFIX_OF_SYMBOL
        case Value(field, value):
            return 1.0 if value in version.values(field) else None
        case YearRange(start, end):
            return 0.0 if _is_within(version.entry.year, start, end) else None
        case Everything():
            return 0.0
        case Nothing():
            return None


def _is_within(year: int | None, start: int | None, end: int | None) -> bool:
    return year is not None and (start is None or start <= year) and (end is None or year <= end)


def _has_all(version: _Version, name: IndexField, words: Sequence[str], span: range) -> bool:
    """Return whether each word stands in the span as often as it was asked for."""
    return all(
        sum(place in span for place in version.positions(name, word)) >= words.count(word) for word in set(words)
    )


@cache
def edits(one: str, other: str) -> int:
    """Return how many edits make one word of the other, no letter in two of them, by trying all."""
    if not one or not other:
        return len(one) + len(other)
    tried = [edits(one[1:], other) + 1, edits(one, other[1:]) + 1, edits(one[1:], other[1:]) + (one[0] != other[0])]
    if len(one) > 1 and one[:2] == other[1::-1]:
        tried.append(edits(one[2:], other[2:]) + 1)
    return min(tried)


def _is_one_edit(one: str, other: str) -> bool:
    """Return whether one insertion, deletion, change or swap of neighbours makes one word of the other."""
    shorter, longer = sorted((one, other), key=len)
    splits = [(longer[:n], longer[n:]) for n in range(len(longer) + 1)]
    without = {before + after[1:] for before, after in splits if after}
    if len(longer) - len(shorter) == 1:
        return shorter in without
    swaps = {before + after[1] + after[0] + after[2:] for before, after in splits if len(after) > 1}
    differences = sum(a != b for a, b in zip(one, other, strict=False))
    return one != other and len(one) == len(other) and (differences == 1 or one in swaps)
