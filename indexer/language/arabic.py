"""Light stemming of Arabic: the rules of light10 (Larkey, Ballesteros and Connell), as Lucene has them."""

from typing import Final

_ARTICLES: Final = ("ال", "وال", "بال", "كال", "فال", "لل")
_AND: Final = "و"
_ENDINGS: Final = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST: Final = 2
_SHORTEST_AFTER_AND: Final = 3


def light_stem(folded: str) -> str:
    """Return a folded Arabic word without its article, conjunction and endings; at least two letters stay."""
    return _without_endings(_without_beginning(folded))


def _without_beginning(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + _SHORTEST:
            return word.removeprefix(article)
    if word.startswith(_AND) and len(word) >= len(_AND) + _SHORTEST_AFTER_AND:
        return word.removeprefix(_AND)
    return word


def _without_endings(word: str) -> str:
    """Drop each ending once, in their order, so that several may go one after the other."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST:
            word = word.removesuffix(ending)
    return word
