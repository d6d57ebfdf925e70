"""Where every so-manieth word of a body stands in its text, so that passages are cut without reading the whole."""

from typing import Final, NamedTuple

import numpy as np

from indexer.search.whoosh_engine.arrays import Integers

WORDS_BETWEEN_MARKS: Final = 64


class Marks(NamedTuple):
    """Marks of some documents, those of one after those of the other.

    Attributes:
        counts: How many marks each document has: one for each WORDS_BETWEEN_MARKS of its words, from the first one.
        places: In which text of the body, counted from 0, the word stands.
        characters: At which character of that text it begins.
    """

    counts: Integers
    places: Integers
    characters: Integers


def joined(parts: list[Marks]) -> Marks:
    """Return the marks of further and further documents as one."""
    if not parts:
        return Marks(*(np.zeros(0, np.int64) for _ in range(3)))
    return Marks(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
