"""What is typed, cut into words by the rules that cut the texts of the archive."""

import re
import unicodedata
from typing import Final

from indexer.language import stands_in_pairs, tokens

_DIVIDING: Final = '\\s"()\\[\\]{}<>,;:!?|=~^\\\\…—«»“”„‹›＂，。、；：？！（）《》〈〉「」『』【】،؛؟'

RUN: Final = re.compile(f"[^{_DIVIDING}]+")
"""Characters that stand together; a hyphen, a slash or a full stop among them does not part them."""


def pieces(text: str) -> tuple[str, ...]:
    """Return the words of a text as typed, pairs of characters where words are not set apart."""
    spans = dict.fromkeys((token.start, token.end) for token in tokens(text))
    return tuple(_visible(text[start:end]) for start, end in spans)


def starred(text: str) -> tuple[str, ...]:
    """Return the words of a text as typed, those that asterisks join as one, with one asterisk for several."""
    spans = list(dict.fromkeys((token.start, token.end) for token in tokens(text)))
    words: list[str] = []
    for start, end in spans:
        word = _visible(text[start:end]) + "*" * text.startswith("*", end)
        if words and words[-1].endswith("*") and text[start - 1] == "*":
            words[-1] += word
        else:
            words.append(word)
    return tuple(words)


def stands_in_pair(piece: str) -> bool:
    """Return whether a word is of a script whose words are not set apart."""
    return any(stands_in_pairs(letter) for letter in piece)


def is_half_pair(piece: str) -> bool:
    """Return whether a word is one character that would be in a pair, were its neighbour known."""
    letters = [letter for letter in piece if not unicodedata.category(letter).startswith("M")]
    return len(letters) == 1 and stands_in_pairs(letters[0])


def overlapping(text: str) -> bool:
    """Return whether the last two words of a text share a character, as pairs of Chinese characters do."""
    spans = list(dict.fromkeys((token.start, token.end) for token in tokens(text)))
    return len(spans) > 1 and spans[-1][0] < spans[-2][1]


def joined(words: tuple[str, ...]) -> str:
    """Return a text that is cut into these words again, with overlapping pairs put together."""
    runs: list[str] = []
    for word in words:
        merged = _merged(runs[-1], word) if runs else None
        if merged is None:
            runs.append(word)
        else:
            runs[-1] = merged
    return " ".join(runs)


def _merged(run: str, word: str) -> str | None:
    expected = (*pieces(run), word)
    candidates = (run + word[shared:] for shared in range(1, len(word)) if run.endswith(word[:shared]))
    return next((candidate for candidate in candidates if pieces(candidate) == expected), None)


def _visible(piece: str) -> str:
    return "".join(letter for letter in piece if unicodedata.category(letter) != "Cf")
