"""Where every so-manieth word of a body stands in its texts, so that passages are cut without reading the whole."""

from typing import NamedTuple

import numpy as np

from indexer.search.whoosh_engine.arrays import Integers, Mask


class Marks(NamedTuple):
    """Marks of some documents, those of one after those of the other.

    Attributes:
        counts: How many marks each document has: one for each WORDS_BETWEEN_MARKS of its words, from the first one.
        texts: In which text of the body, counted from 0, the word of each mark stands.
        characters: At which character of that text it begins.
        text_counts: Of how many texts each body is.
        text_starts: The first word of each text.
    """

    counts: Integers
    texts: Integers
    characters: Integers
    text_counts: Integers
    text_starts: Integers

    def of(self, documents: Mask) -> "Marks":
        """Return the marks of some documents."""
        marks, texts = np.repeat(documents, self.counts), np.repeat(documents, self.text_counts)
        return Marks(
            self.counts[documents],
            self.texts[marks],
            self.characters[marks],
            self.text_counts[documents],
            self.text_starts[texts],
        )


def joined(parts: list[Marks]) -> Marks:
    """Return the marks of further and further documents as one."""
    if not parts:
        return Marks(*(np.zeros(0, np.int64) for _ in Marks._fields))
    return Marks(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
