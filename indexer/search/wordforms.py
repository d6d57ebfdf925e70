"""Words by how they are spelled: which fit a pattern with asterisks, and how many letters part two of them."""

from typing import Final

from indexer.language import fold

Pattern = tuple[str, ...]
"""The folded letters before, between and after the asterisks of a wildcard."""

NO_WORD: Final[Pattern] = ()


def pattern_of(text: str) -> Pattern:
    """Return the pattern of a wildcard as typed; one that does not begin with letters fits no word."""
    pattern = tuple(fold(letters) for letters in text.split("*"))
    return pattern if pattern[0] else NO_WORD


def fits(word: str, pattern: Pattern) -> bool:
    """Return whether a folded word is spelled so.

    Each run of letters is taken where it stands first, so that no pattern takes longer than reading the word.
    """
    if not pattern or not word.startswith(pattern[0]):
        return False
    if len(pattern) == 1:
        return word == pattern[0]
    at, end = len(pattern[0]), len(word) - len(pattern[-1])
    for letters in pattern[1:-1]:
        found = word.find(letters, at, max(end, at))
        if found < 0:
            return False
        at = found + len(letters)
    return at <= end and word.endswith(pattern[-1])


def edit_distance(one: str, other: str, most: int) -> int:
    """Return how many insertions, deletions, changes and swaps of neighbours make one word of the other.

    Beyond `most` the number is only known to be more.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        earlier, before, row = before, row, [place]
        for column, found in enumerate(other, 1):
            best = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != found))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == found:
                best = min(best, earlier[column - 2] + 1)
            row.append(best)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return row[-1]
