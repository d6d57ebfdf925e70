"""Where a query matches in the body of one version, told without looking at its text."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Integers = npt.NDArray[np.integer]

WORDS_BETWEEN_MARKS: Final = 16


class PartSpots(NamedTuple):
    """Where one part of the query matches, in words of the body counted from 0, in ascending order."""

    firsts: Numbers
    lasts: Numbers
    is_phrase: bool


class Mark(NamedTuple):
    """Where a word stands: in which text of the body, and at which of its characters."""

    text: int
    character: int


class Stretch(NamedTuple):
    """Some words of one text that follow each other.

    Attributes:
        first: The first word, counted over the whole body.
        start: Where it stands.
        until: A character behind the last of them; None where the text ends.
    """

    first: int
    start: Mark
    until: int | None


class Spots(NamedTuple):
    """Where a query matches in a body.

    Attributes:
        parts: Of each part of the query, which may match nowhere.
        text_starts: The first word of each text of the body.
        texts, characters: Where every word stands whose number is a multiple of WORDS_BETWEEN_MARKS.
    """

    parts: tuple[PartSpots, ...]
    text_starts: Numbers
    texts: Integers
    characters: Integers

    def stretch(self, text: int, first: int, last: int) -> Stretch:
        """Return words of a text from one of them, or a little before it, to another, or a little behind it."""
        mark, after = first // WORDS_BETWEEN_MARKS, last // WORDS_BETWEEN_MARKS + 1
        begins_here = mark * WORDS_BETWEEN_MARKS >= self.text_starts[text]
        goes_on = after < len(self.texts) and self.texts[after] == text
        return Stretch(
            first=mark * WORDS_BETWEEN_MARKS if begins_here else int(self.text_starts[text]),
            start=Mark(text, int(self.characters[mark]) if begins_here else 0),
            until=int(self.characters[after]) if goes_on else None,
        )
