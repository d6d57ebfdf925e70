"""The terms of an entry, word by word: the measure of what an engine puts into an index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.language import token_texts
from indexer.model.identifiers import Language
from indexer.model.results import IndexEntry
from indexer.search.ranking import GAP, IndexField
from indexer.search.terms import stem_term

Positions = Mapping[str, list[int]]
"""The positions of every word of a field, in ascending order."""


@dataclass(frozen=True, slots=True)
class EntryTerms:
    """The terms of one entry.

    Attributes:
        exact: Folded words with positions, by exact field.
        stems: How often each stem occurs, by stem field.
        lengths: How many words there are, by field.
    """

    exact: Mapping[IndexField, Positions]
    stems: Mapping[IndexField, Mapping[str, int]]
    lengths: Mapping[IndexField, int]


def entry_terms(entry: IndexEntry) -> EntryTerms:
    """Return the terms of an entry; text that runs over the end of a place goes on without a gap."""
    title = _positions((entry.title, *entry.other_titles), GAP)
    body = _positions((place.text for place in entry.body), 0)
    names = _positions((*entry.symbols[:1], *entry.names), GAP)
    lengths = {IndexField.TITLE: _length(title), IndexField.BODY: _length(body), IndexField.NAMES: _length(names)}
    lengths[IndexField.TITLE_EXACT] = lengths[IndexField.TITLE]
    lengths[IndexField.BODY_EXACT] = lengths[IndexField.BODY]
    language = entry.key.language
    return EntryTerms(
        exact={IndexField.TITLE_EXACT: title, IndexField.BODY_EXACT: body, IndexField.NAMES: names},
        stems={IndexField.TITLE: _stems(title, language), IndexField.BODY: _stems(body, language)},
        lengths=lengths,
    )


def _positions(texts: Iterable[str], gap: int) -> Positions:
    found: dict[str, list[int]] = {}
    position = 0
    for text in texts:
        for word in token_texts(text):
            places = found.get(word)
            if places is None:
                found[word] = [position]
            else:
                places.append(position)
            position += 1
        position += gap
    return found


def _length(positions: Positions) -> int:
    return sum(map(len, positions.values()))


def _stems(positions: Positions, language: Language) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for word, places in positions.items():
        term = stem_term(word, language)
        counts[term] = counts.get(term, 0) + len(places)
    return counts
