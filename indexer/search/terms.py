"""Entries and queries -> terms: the same word gives the same terms on both sides, whichever engine keeps them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from indexer.language import query_stems, stem, stems, token_texts
from indexer.model.identifiers import OFFICIAL_LANGUAGES, UNDETERMINED, Language

_STEMMED: Final = frozenset(OFFICIAL_LANGUAGES)

_KEPT_STEMS: Final = 1 << 18
"""More than the words of a few languages: finding a stem anew takes a hundred times as long."""


@lru_cache(maxsize=_KEPT_STEMS)
def stem_term(folded: str, language: Language) -> str:
    """Return the term of a stem, which names its language so that languages do not meet in it."""
    known = stemmed_as(language)
    return f"{known}:{stem(folded, known)}"


def terms_of_stems(folded: Sequence[str], language: Language) -> list[str]:
    """Return what `stem_term` gives for each of several words, sooner than one by one."""
    known = stemmed_as(language)
    return [f"{known}:{stemmed}" for stemmed in stems(folded, known)]


def stemmed_as(language: Language) -> Language:
    """Return the language by whose rules words of a text are stemmed, which the terms of their stems name."""
    return language if language in _STEMMED else UNDETERMINED


def stem_terms(word: str) -> tuple[str, ...]:
    """Return the terms that the stems of a word of a query can have."""
    return tuple(dict.fromkeys(f"{language}:{stemmed}" for language, stemmed in query_stems(word)))


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the folded words of what was typed, in order."""
    return tuple(word for text in texts for word in token_texts(text))
