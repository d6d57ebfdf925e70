"""Entries and queries -> terms: the same word gives the same terms on both sides, whichever engine keeps them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from indexer.language import query_stems, stem, token_texts
from indexer.model.identifiers import OFFICIAL_LANGUAGES, UNDETERMINED, Language
from indexer.model.results import IndexEntry
from indexer.search.ranking import GAP, IndexField

Positions = Mapping[str, list[int]]
"""The positions of every word of a field, in ascending order."""

_STEMMED: Final = frozenset(OFFICIAL_LANGUAGES)

_KEPT_STEMS: Final = 1 << 18
"""More than the words of a few languages: finding a stem anew takes a hundred times as long, half of all indexing."""


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


@lru_cache(maxsize=_KEPT_STEMS)
def stem_term(folded: str, language: Language) -> str:
    """Return the term of a stem, which names its language so that languages do not meet in it."""
    known = stemmed_as(language)
    return f"{known}:{stem(folded, known)}"


def stemmed_as(language: Language) -> Language:
    """Return the language by whose rules words of a text are stemmed, which the terms of their stems name."""
    return language if language in _STEMMED else UNDETERMINED


def stem_terms(word: str) -> tuple[str, ...]:
    """Return the terms that the stems of a word of a query can have."""
    return tuple(dict.fromkeys(f"{language}:{stemmed}" for language, stemmed in query_stems(word)))


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the folded words of what was typed, in order."""
    return tuple(word for text in texts for word in token_texts(text))
